package cn.trustregistry.web.xkms;

import static cn.trustregistry.web.xkms.XkmsXml.DSIG;
import static cn.trustregistry.web.xkms.XkmsXml.XKMS;

import cn.trustregistry.pki.Certificate;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes an answer in its envelope. */
final class XkmsResult {
  /** What stands within the result. */
  @FunctionalInterface
  interface Content {
    void write(XkmsResult result) throws XMLStreamException;
  }

  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

  private final ByteArrayOutputStream octets = new ByteArrayOutputStream(4_096);
  private final XMLStreamWriter xml;

  private XkmsResult() throws XMLStreamException {
    xml = WRITERS.createXMLStreamWriter(octets, "UTF-8");
  }

  /**
   * @param soap namespace of the envelope
   * @param name of the element, such as ValidateResult
   * @param minor null if there is none
   */
  static byte[] write(
      String soap,
      String service,
      String name,
      @Nullable String requestId,
      String major,
      @Nullable String minor,
      Content content) {
    try {
      XkmsResult result = new XkmsResult();
      XMLStreamWriter xml = result.xml;
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("S", "Envelope", soap);
      xml.writeNamespace("S", soap);
      xml.writeStartElement("S", "Body", soap);
      result.start(name);
      xml.writeDefaultNamespace(XKMS);
      xml.writeNamespace("ds", DSIG);
      xml.writeAttribute("Id", "R" + UUID.randomUUID());
      xml.writeAttribute("Service", service);
      xml.writeAttribute("ResultMajor", XKMS + major);
      if (minor != null) {
        xml.writeAttribute("ResultMinor", XKMS + minor);
      }
      if (requestId != null) {
        xml.writeAttribute("RequestId", requestId);
      }
      content.write(result);
      xml.writeEndDocument();
      xml.close();
      return result.octets.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an XKMS result cannot be written", e);
    }
  }

  void start(String name) throws XMLStreamException {
    xml.writeStartElement("", name, XKMS);
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, value);
  }

  void text(String name, String text) throws XMLStreamException {
    start(name);
    xml.writeCharacters(text);
    end();
  }

  /** What XKMS 2.0 5.1 says of a key in every binding: KeyInfo, KeyUsage, ValidityInterval. */
  void key(Certificate certificate, List<String> usages) throws XMLStreamException {
    xml.writeStartElement("ds", "KeyInfo", DSIG);
    xml.writeStartElement("ds", "X509Data", DSIG);
    xml.writeStartElement("ds", "X509Certificate", DSIG);
    xml.writeCharacters(Base64.getEncoder().encodeToString(certificate.der()));
    end();
    end();
    end();
    for (String usage : usages) {
      text("KeyUsage", XKMS + usage);
    }
  }

  void validity(Certificate certificate) throws XMLStreamException {
    start("ValidityInterval");
    attribute("NotBefore", time(certificate.notBefore()));
    attribute("NotOnOrAfter", time(certificate.notAfter().plusSeconds(1)));
    end();
  }

  /** A remark for people; clients do not see it. */
  void remark(String text) throws XMLStreamException {
    xml.writeComment(" " + text.replace("--", "- -") + " ");
  }

  /** An element of the registry's own namespace, which only who asked for it gets. */
  void startOwn(String name, String namespace) throws XMLStreamException {
    xml.writeStartElement("tr", name, namespace);
    xml.writeNamespace("tr", namespace);
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
