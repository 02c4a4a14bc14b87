package cn.trustregistry.web.soap;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Looks a message over before Metro parses it: well-formed UTF-8, no document type declaration,
 * within limits, an envelope, and a payload by its schema. Metro would refuse most of it as well,
 * but with a fault that says neither what nor where.
 */
final class XmlGuard {
  static final int MAX_DEPTH = 32;
  private static final int MAX_ATTRIBUTES = 64;

  private final XMLInputFactory factory = factory();

  static XMLInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH + 1);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    return factory;
  }

  SoapMessage check(byte[] message, ContractSchema schema) throws MessageRefused {
    try {
      return walk(message, schema);
    } catch (XMLStreamException e) {
      throw new MessageRefused("MALFORMED_XML", null, place(e));
    }
  }

  private SoapMessage walk(byte[] message, ContractSchema schema)
      throws XMLStreamException, MessageRefused {
    XMLStreamReader2 reader =
        (XMLStreamReader2) factory.createXMLStreamReader(new ByteArrayInputStream(message));
    try {
      refuseEncoding(reader);
      EnvelopeShape shape = new EnvelopeShape();
      PayloadCheck payload = new PayloadCheck(schema, reader);
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new MessageRefused("DTD_REFUSED", null);
        } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw new MessageRefused("MALFORMED_XML", null, "&" + reader.getLocalName() + ";");
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          if (depth > MAX_DEPTH) {
            throw new MessageRefused("XML_TOO_DEEP", null, MAX_DEPTH);
          }
          shape.start(depth, reader);
          payload.start(depth);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          shape.end(depth);
          payload.end(depth);
          depth--;
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
          shape.characters(reader);
        }
      }
      return shape.message(payload.flaw());
    } finally {
      reader.close();
    }
  }

  /** Metro goes by the HTTP header, this reader by the XML declaration: they must not differ. */
  private static void refuseEncoding(XMLStreamReader reader) throws MessageRefused {
    String encoding = reader.getEncoding();
    String declared = reader.getCharacterEncodingScheme();
    if (!isUtf8(encoding) || !isUtf8(declared)) {
      throw new MessageRefused("NOT_UTF8", null);
    }
  }

  private static boolean isUtf8(@org.jspecify.annotations.Nullable String encoding) {
    return encoding == null || encoding.equalsIgnoreCase("UTF-8");
  }

  /** Where it is wrong; a limit that was passed has no place. */
  private static String place(XMLStreamException e) {
    Location place = e.getLocation();
    return place == null
        ? "over the limits of an element"
        : "line " + place.getLineNumber() + ", column " + place.getColumnNumber();
  }
}
