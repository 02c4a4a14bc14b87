package cn.trustregistry.web.soap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.XMLEvent;

/**
 * Takes the WS-Security header out of a message once the gate has dealt with it: Metro does not
 * understand it, and what stands behind the gate should not see secrets.
 */
final class SecurityStripper {
  private static final QName SECURITY = new QName(SecurityHeader.WSSE, "Security");

  private final XMLInputFactory input = XmlGuard.factory();
  private final XMLOutputFactory output = new com.ctc.wstx.stax.WstxOutputFactory();

  /**
   * @param message that {@link XmlGuard} let pass
   */
  byte[] strip(byte[] message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.length);
    try {
      XMLEventReader reader = input.createXMLEventReader(new ByteArrayInputStream(message));
      XMLEventWriter writer = output.createXMLEventWriter(bytes, "UTF-8");
      int depthInside = 0;
      while (reader.hasNext()) {
        XMLEvent event = reader.nextEvent();
        boolean begins =
            event.isStartElement() && event.asStartElement().getName().equals(SECURITY);
        if (begins || depthInside > 0) {
          depthInside += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
        } else {
          writer.add(event);
        }
      }
      writer.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the guard let pass what cannot be read", e);
    }
  }
}
