package cn.trustregistry.web.soap;

import com.ctc.wstx.msv.W3CSchemaFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.validation.ValidationContext;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.codehaus.stax2.validation.XMLValidator;

/**
 * The schema of a contract, which every payload is held against while the gate reads it; safe for
 * many threads. Metro's own validation reads the message once more and took a quarter of a call
 * (ADR 41).
 */
final class ContractSchema implements XMLValidationSchema {
  private static final Set<String> BASE64 = Set.of("xs:base64Binary", "c:CertificateBytes");

  private final XMLValidationSchema grammar;
  private final Set<String> octets = new HashSet<>();
  private final Set<String> limited = new HashSet<>();

  /**
   * @throws IllegalStateException if it is no schema, as only a build can be wrong
   */
  ContractSchema(URL xsd) {
    try (InputStream text = xsd.openStream()) {
      grammar = new W3CSchemaFactory().createSchema(xsd);
      findOctets(text);
    } catch (IOException | XMLStreamException e) {
      throw new IllegalStateException(xsd + " cannot be read", e);
    }
  }

  private void findOctets(InputStream xsd) throws XMLStreamException {
    XMLStreamReader reader = XmlGuard.factory().createXMLStreamReader(xsd);
    String element = "";
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      if (reader.getLocalName().equals("element")) {
        element = String.valueOf(reader.getAttributeValue(null, "name"));
        if (isBase64(reader, "type")) {
          octets.add(element);
        }
      } else if (reader.getLocalName().equals("restriction") && isBase64(reader, "base")) {
        octets.add(element);
        limited.add(element);
      }
    }
    reader.close();
  }

  private static boolean isBase64(XMLStreamReader reader, String attribute) {
    String type = reader.getAttributeValue(null, attribute);
    return type != null && BASE64.contains(type);
  }

  /** The elements of base 64, whose characters the grammar does not look at. */
  Set<String> octets() {
    return octets;
  }

  /** Those of {@link #octets} whose length the grammar knows something about. */
  Set<String> limited() {
    return limited;
  }

  @Override
  public XMLValidator createValidator(ValidationContext context) throws XMLStreamException {
    return new PayloadValidator(this, grammar.createValidator(context), context);
  }

  @Override
  public String getSchemaType() {
    return grammar.getSchemaType();
  }
}
