package cn.trustregistry.web.xkms;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.validation.Answer;
import cn.trustregistry.validation.Validations;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Renders what became of a request. */
final class XkmsAnswer {
  private static final String NAMESPACE = "urn:trustregistry:xkms:v1";

  /** RespondWith that asks for the registry's own reasons and the name of the record. */
  static final String VERDICT = NAMESPACE + "#Verdict";

  private static final String SUCCESS = "Success";

  private final String service;
  private final XkmsRequest request;

  XkmsAnswer(String service, XkmsRequest request) {
    this.service = service;
    this.request = request;
  }

  /** A refusal of what could not even be read. */
  static byte[] refused(String soap, String service, XkmsRefused refused) {
    return XkmsResult.write(
        soap,
        service,
        "Result",
        null,
        refused.major().value(),
        refused.minor().value(),
        xml -> xml.remark(String.valueOf(refused.getMessage())));
  }

  byte[] refused(XkmsRefused refused) {
    boolean known = List.of("ValidateRequest", "LocateRequest").contains(request.name());
    return XkmsResult.write(
        request.soap(),
        service,
        known ? request.name().replace("Request", "Result") : "Result",
        request.id(),
        refused.major().value(),
        refused.minor().value(),
        xml -> xml.remark(String.valueOf(refused.getMessage())));
  }

  byte[] located(List<Certificate> found) {
    String minor =
        found.isEmpty() ? "NoMatch" : found.size() > Locating.MOST ? "TooManyResponses" : null;
    return XkmsResult.write(
        request.soap(),
        service,
        "LocateResult",
        request.id(),
        SUCCESS,
        minor,
        xml -> {
          for (Certificate certificate : found.subList(0, Math.min(found.size(), Locating.MOST))) {
            xml.start("UnverifiedKeyBinding");
            xml.key(certificate, KeyUsages.of(certificate));
            xml.validity(certificate);
            xml.end();
          }
        });
  }

  byte[] validated(Validations.Recorded recorded) {
    return XkmsResult.write(
        request.soap(),
        service,
        "ValidateResult",
        request.id(),
        SUCCESS,
        null,
        xml -> {
          if (request.respondsWith(VERDICT)) {
            extension(xml, recorded);
          }
          binding(xml, recorded.answer());
        });
  }

  private static void binding(XkmsResult xml, Answer answer) throws XMLStreamException {
    Certificate certificate = answer.request().certificate();
    xml.start("KeyBinding");
    xml.key(certificate, KeyUsages.of(certificate));
    use(xml, Validating.CATEGORY, answer.request().category().toString());
    use(xml, Validating.STAGE, answer.request().stage().name());
    xml.validity(certificate);
    KeyBindingStatus status = KeyBindingStatus.of(answer);
    xml.start("Status");
    xml.attribute("StatusValue", XkmsXml.XKMS + status.value());
    for (Verdict each : List.of(Verdict.VALID, Verdict.INDETERMINATE, Verdict.INVALID)) {
      for (Map.Entry<KeyBindingStatus.Test, Verdict> test : status.tests().entrySet()) {
        if (test.getValue() == each) {
          xml.text(KeyBindingStatus.value(each) + "Reason", XkmsXml.XKMS + test.getKey().value());
        }
      }
    }
    xml.end();
    xml.end();
  }

  private static void use(XkmsResult xml, String application, String identifier)
      throws XMLStreamException {
    xml.start("UseKeyWith");
    xml.attribute("Application", application);
    xml.attribute("Identifier", identifier);
    xml.end();
  }

  private static void extension(XkmsResult xml, Validations.Recorded recorded)
      throws XMLStreamException {
    xml.startOwn("Verdict", NAMESPACE);
    xml.attribute("record", recorded.id());
    xml.attribute("verdict", recorded.answer().verdict().name());
    for (Reason reason : recorded.answer().reasons()) {
      xml.startOwn("Reason", NAMESPACE);
      xml.attribute("code", reason.code());
      xml.attribute("effect", reason.effect().name());
      xml.attribute("standard", reason.standard());
      xml.end();
    }
    xml.end();
  }
}
