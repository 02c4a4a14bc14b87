package cn.trustregistry.web.soap;

import cn.trustregistry.wsdl.validation.v1.InvalidRequest;
import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks a message over before Metro parses it: well-formed, no document type declaration, and
 * within limits. Metro would refuse a DTD as well, but with a fault that says neither what nor
 * where.
 */
final class XmlGuard {
  static final int MAX_DEPTH = 32;
  private static final int MAX_ATTRIBUTES = 64;

  private final XMLInputFactory factory = factory();

  private static XMLInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH + 1);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    return factory;
  }

  /** What is wrong with the message; empty if nothing is. */
  Optional<InvalidRequest> check(byte[] message) {
    try {
      return Optional.ofNullable(walk(message));
    } catch (XMLStreamException e) {
      return Optional.of(Faults.invalid("MALFORMED_XML", null, place(e)));
    }
  }

  private @Nullable InvalidRequest walk(byte[] message) throws XMLStreamException {
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(message));
    try {
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          return Faults.invalid("DTD_REFUSED", null);
        }
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        if (depth > MAX_DEPTH) {
          return Faults.invalid("XML_TOO_DEEP", null, MAX_DEPTH);
        }
      }
      return null;
    } finally {
      reader.close();
    }
  }

  private static String place(XMLStreamException e) {
    return "line "
        + e.getLocation().getLineNumber()
        + ", column "
        + e.getLocation().getColumnNumber();
  }
}
