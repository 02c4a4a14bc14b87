package cn.trustregistry.web.soap;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The operations of every contract in WEB-INF/wsdl, by the path it is served at. */
final class Contracts {
  private static final String FOLDER = "/WEB-INF/wsdl/";
  private static final Set<String> BINDINGS =
      Set.of("http://schemas.xmlsoap.org/wsdl/soap/", "http://schemas.xmlsoap.org/wsdl/soap12/");

  private final Map<String, Set<String>> actionsByPath;

  private Contracts(Map<String, Set<String>> actionsByPath) {
    this.actionsByPath = Map.copyOf(actionsByPath);
  }

  static Contracts in(ServletContext context) {
    Map<String, Set<String>> found = new HashMap<>();
    for (String file : context.getResourcePaths(FOLDER)) {
      if (file.endsWith(".wsdl")) {
        try (InputStream wsdl = context.getResourceAsStream(file)) {
          read(wsdl, found);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
          throw new IllegalStateException(file + " is no XML", e);
        }
      }
    }
    return new Contracts(found);
  }

  /** The SOAPActions that are understood at a path; null where no contract is served. */
  @Nullable Set<String> actions(String path) {
    return actionsByPath.get(path);
  }

  private static void read(InputStream wsdl, Map<String, Set<String>> found)
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
          found.put(URI.create(address).getPath(), actions);
        }
      }
    }
    reader.close();
  }
}
