package cn.trustregistry.web.soap;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The contracts in WEB-INF/wsdl, by the path each is served at. */
final class Contracts {
  private static final String FOLDER = "/WEB-INF/wsdl/";
  private static final Set<String> BINDINGS =
      Set.of("http://schemas.xmlsoap.org/wsdl/soap/", "http://schemas.xmlsoap.org/wsdl/soap12/");

  /**
   * What is understood at a path.
   *
   * @param actions the SOAPActions of its operations
   */
  record Contract(Set<String> actions, ContractSchema schema) {}

  private final Map<String, Contract> byPath;

  private Contracts(Map<String, Contract> byPath) {
    this.byPath = Map.copyOf(byPath);
  }

  static Contracts in(ServletContext context) {
    Map<String, Contract> found = new HashMap<>();
    for (String file : context.getResourcePaths(FOLDER)) {
      if (file.endsWith(".wsdl")) {
        try (InputStream wsdl = context.getResourceAsStream(file)) {
          read(wsdl, schema(context, file), found);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
          throw new IllegalStateException(file + " is no XML", e);
        }
      }
    }
    return new Contracts(found);
  }

  /** The contract at a path; null where none is served. */
  @Nullable Contract at(String path) {
    return byPath.get(path);
  }

  /** A contract's messages are in the schema of the same name. */
  private static ContractSchema schema(ServletContext context, String wsdl)
      throws MalformedURLException {
    return new ContractSchema(context.getResource(wsdl.replace(".wsdl", ".xsd")));
  }

  private static void read(InputStream wsdl, ContractSchema schema, Map<String, Contract> found)
      throws XMLStreamException {
    Set<String> actions = new HashSet<>();
    XMLStreamReader reader = XmlGuard.factory().createXMLStreamReader(wsdl);
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT
          && BINDINGS.contains(reader.getNamespaceURI())) {
        if (reader.getLocalName().equals("operation")) {
          actions.add(reader.getAttributeValue(null, "soapAction"));
        } else if (reader.getLocalName().equals("address")) {
          String address = reader.getAttributeValue(null, "location");
          found.put(URI.create(address).getPath(), new Contract(actions, schema));
        }
      }
    }
    reader.close();
  }
}
