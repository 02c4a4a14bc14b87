package cn.trustregistry.web.soap;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The skeleton of a message as it is read: one envelope, at most one header, then one body with one
 * element in it (SOAP 1.1 section 4, WS-I Basic Profile 1.1 R2201). Whatever is elsewhere could be
 * signed or understood by one reader and not by the next.
 */
final class EnvelopeShape {
  private static final String NOT_SOAP = "NOT_SOAP";

  private @Nullable SoapVersion version;
  private boolean headerSeen;
  private boolean bodySeen;
  private boolean inBody;
  private int items;
  private @Nullable QName operation;
  private final SecurityHeader security = new SecurityHeader();

  /**
   * @param depth of the element that starts; 1 for the root
   */
  void start(int depth, XMLStreamReader reader) throws MessageRefused {
    security.start(depth, headerSeen && !inBody, reader);
    switch (depth) {
      case 1 -> version = envelope(reader);
      case 2 -> child(reader);
      case 3 -> {
        if (inBody) {
          enterOperation(reader.getName());
        }
      }
      case 4 -> items += inBody && reader.getLocalName().equals("item") ? 1 : 0;
      default -> {}
    }
  }

  void characters(XMLStreamReader reader) {
    security.characters(reader);
  }

  /**
   * @param depth of the element that ends
   */
  void end(int depth) {
    security.end(depth);
  }

  private static SoapVersion envelope(XMLStreamReader reader) throws MessageRefused {
    SoapVersion version = SoapVersion.ofNamespace(reader.getNamespaceURI()).orElse(null);
    if (version == null || !reader.getLocalName().equals("Envelope")) {
      throw new MessageRefused(NOT_SOAP, null, reader.getName().toString());
    }
    return version;
  }

  private void child(XMLStreamReader reader) throws MessageRefused {
    boolean ours = version != null && version.namespace().equals(reader.getNamespaceURI());
    String name = reader.getLocalName();
    if (ours && name.equals("Header") && !headerSeen && !bodySeen) {
      headerSeen = true;
    } else if (ours && name.equals("Body") && !bodySeen) {
      bodySeen = true;
      inBody = true;
    } else {
      throw new MessageRefused(NOT_SOAP, null, reader.getName().toString());
    }
  }

  private void enterOperation(QName name) throws MessageRefused {
    if (operation != null) {
      throw new MessageRefused(NOT_SOAP, null, name.toString());
    }
    operation = name;
  }

  /**
   * @param flaw of the payload
   */
  SoapMessage message(@Nullable MessageRefused flaw) throws MessageRefused {
    if (version == null || operation == null) {
      throw new MessageRefused(NOT_SOAP, null, "Body");
    }
    return new SoapMessage(
        version, operation, Math.max(1, items), security.isThere(), security.token(), flaw);
  }
}
