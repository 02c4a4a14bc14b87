package cn.trustregistry.web.xkms;

import static cn.trustregistry.web.xkms.XkmsXml.DSIG;
import static cn.trustregistry.web.xkms.XkmsXml.XKMS;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.web.xkms.XkmsRefused.Minor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A message in its envelope.
 *
 * @param soap the namespace of the envelope, which the answer gets as well
 * @param name ValidateRequest, LocateRequest or another of XKMS
 * @param id its Id if that is one; the answer refers to it
 */
record XkmsRequest(String soap, String name, @Nullable String id, Element element) {
  static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,127}");

  static XkmsRequest read(byte[] message) throws XkmsRefused {
    Element envelope = XkmsXml.parse(message);
    String soap = String.valueOf(envelope.getNamespaceURI());
    if (!"Envelope".equals(envelope.getLocalName())
        || !(soap.equals(SOAP_11) || soap.equals(SOAP_12))) {
      throw new XkmsRefused(Minor.FAILURE, "The message is no envelope of SOAP 1.1 or 1.2.");
    }
    Element request =
        XkmsXml.child(envelope, soap, "Body")
            .flatMap(XkmsXml::first)
            .filter(element -> XKMS.equals(element.getNamespaceURI()))
            .orElseThrow(
                () ->
                    new XkmsRefused(
                        Minor.MESSAGE_NOT_SUPPORTED, "The body holds no message of " + XKMS));
    String id = request.getAttribute("Id");
    return new XkmsRequest(
        soap, request.getLocalName(), NAME.matcher(id).matches() ? id : null, request);
  }

  Element query() throws XkmsRefused {
    return XkmsXml.child(element, XKMS, "QueryKeyBinding")
        .orElseThrow(() -> new XkmsRefused(Minor.INCOMPLETE, "QueryKeyBinding is missing."));
  }

  /** The certificates in KeyInfo, the one asked about first. */
  List<Certificate> certificates() throws XkmsRefused {
    List<Certificate> all = new ArrayList<>(2);
    for (Element data : x509Data()) {
      for (Element each : XkmsXml.children(data, DSIG, "X509Certificate")) {
        try {
          all.add(Certificate.parse(Base64.getMimeDecoder().decode(each.getTextContent())));
        } catch (MalformedObjectException | IllegalArgumentException e) {
          throw new XkmsRefused(
              Minor.FAILURE, "An X509Certificate is malformed: " + e.getMessage());
        }
      }
    }
    return all;
  }

  List<Element> x509Data() throws XkmsRefused {
    return XkmsXml.child(query(), DSIG, "KeyInfo")
        .map(info -> XkmsXml.children(info, DSIG, "X509Data"))
        .orElse(List.of());
  }

  /** The identifier of the key's use with an application. */
  Optional<String> useWith(String application) throws XkmsRefused {
    return XkmsXml.children(query(), XKMS, "UseKeyWith").stream()
        .filter(use -> use.getAttribute("Application").equals(application))
        .map(use -> use.getAttribute("Identifier"))
        .findFirst();
  }

  boolean wantsUsage(String usage) throws XkmsRefused {
    return XkmsXml.children(query(), XKMS, "KeyUsage").stream()
        .anyMatch(each -> each.getTextContent().strip().equals(XKMS + usage));
  }

  boolean respondsWith(String uri) {
    return XkmsXml.children(element, XKMS, "RespondWith").stream()
        .anyMatch(each -> each.getTextContent().strip().equals(uri));
  }

  /** The moment asked about (TimeInstant), or null. */
  @Nullable Instant time() throws XkmsRefused {
    Optional<Element> instant = XkmsXml.child(query(), XKMS, "TimeInstant");
    try {
      return instant
          .map(element -> OffsetDateTime.parse(element.getAttribute("Time")).toInstant())
          .orElse(null);
    } catch (DateTimeParseException e) {
      throw new XkmsRefused(Minor.TIME_OUT_OF_RANGE, "TimeInstant has no time with its offset.");
    }
  }
}
