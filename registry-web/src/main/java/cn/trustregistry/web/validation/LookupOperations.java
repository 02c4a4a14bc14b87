package cn.trustregistry.web.validation;

import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.gm.UnifiedSocialCreditCode;
import cn.trustregistry.publication.CertificateLookup;
import cn.trustregistry.publication.CertificateLookup.Found;
import cn.trustregistry.publication.CertificateLookup.Key;
import cn.trustregistry.publication.CertificateState;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.validation.Validations;
import cn.trustregistry.validation.Validations.Outcome;
import cn.trustregistry.validation.Validations.Question;
import cn.trustregistry.validation.Validations.Recorded;
import cn.trustregistry.web.soap.CommonXml;
import cn.trustregistry.web.soap.Faults;
import cn.trustregistry.web.soap.SoapCall;
import cn.trustregistry.wsdl.common.v1.InvalidRequestFault;
import cn.trustregistry.wsdl.common.v1.Verdict;
import cn.trustregistry.wsdl.validation.v1.LocateCertificates;
import cn.trustregistry.wsdl.validation.v1.LocateCertificatesResponse;
import cn.trustregistry.wsdl.validation.v1.LocatedCertificate;
import cn.trustregistry.wsdl.validation.v1.Purpose;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds published certificates. */
final class LookupOperations {
  private static final int MOST = 100;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{1,64}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private LookupOperations() {}

  static LocateCertificatesResponse locate(SoapCall call, LocateCertificates xml)
      throws InvalidRequestFault, RequestRefused, RegistryUnavailable {
    CertificateLookup lookup = SoapCall.bean(CertificateLookup.class);
    List<Found> found =
        xml.getUscc() != null
            ? lookup.find(Key.USCC, uscc(xml.getUscc()), MOST + 1, call.now())
            : xml.getSerial() != null
                ? lookup.find(Key.SERIAL, serial(xml.getSerial()), MOST + 1, call.now())
                : lookup.find(Key.SHA256, sha256(xml.getSha256()), MOST + 1, call.now());
    LocateCertificatesResponse response = new LocateCertificatesResponse();
    response.setMore(found.size() > MOST);
    List<Found> wanted =
        found.stream().limit(MOST).filter(each -> isWanted(each, xml.getPurpose())).toList();
    addAll(response, call, xml, wanted);
    return response;
  }

  private static boolean isWanted(Found found, Purpose purpose) {
    CertificateRole role = found.certificate().role();
    return switch (purpose) {
      case ANY -> true;
      case SIGNING -> role == CertificateRole.SIGNING || role == CertificateRole.BOTH;
      case ENCRYPTION ->
          (role == CertificateRole.ENCRYPTION || role == CertificateRole.BOTH)
              && found.state() == CertificateState.GOOD;
    };
  }

  private static void addAll(
      LocateCertificatesResponse response,
      SoapCall call,
      LocateCertificates xml,
      List<Found> wanted)
      throws RequestRefused, RegistryUnavailable {
    if (xml.getCategory() == null) {
      wanted.forEach(each -> response.getLocated().add(located(each, null)));
      return;
    }
    boolean sealing = xml.getPurpose() == Purpose.ENCRYPTION;
    Stage stage = sealing ? Stage.BID_ENCRYPTION : Stage.LOGIN;
    CategoryRef category = CommonXml.category(xml.getCategory());
    List<Question> questions =
        wanted.stream().map(each -> question(call, each, category, stage)).toList();
    List<Outcome> outcomes =
        SoapCall.bean(Validations.class).validateAll(call.centre(), questions, call.now());
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Refused refused) {
        throw refused.why();
      }
      Recorded recorded = ((Outcome.Answered) outcomes.get(i)).recorded();
      if (!sealing || recorded.answer().verdict() == cn.trustregistry.pki.Verdict.VALID) {
        response.getLocated().add(located(wanted.get(i), recorded));
      }
    }
  }

  private static Question question(SoapCall call, Found found, CategoryRef category, Stage stage) {
    return () ->
        new ValidationRequest(
            RequestXml.certificate(found.certificate().der()),
            List.of(),
            call.now(),
            call.now(),
            category,
            stage,
            null);
  }

  private static LocatedCertificate located(Found found, @Nullable Recorded recorded) {
    PublishedCertificate certificate = found.certificate();
    LocatedCertificate xml = new LocatedCertificate();
    xml.setCertificate(certificate.der());
    xml.setSha256(certificate.sha256());
    xml.setSerial(certificate.serial());
    xml.setSubject(certificate.subject());
    xml.setAuthority(certificate.tenant());
    xml.setHolderKind(certificate.attributes().holderKind().name());
    xml.setMedium(certificate.attributes().medium().name());
    xml.setProfile(certificate.attributes().profile().name());
    xml.setRole(certificate.role().name());
    xml.setUscc(certificate.uscc());
    xml.setNotBefore(certificate.notBefore());
    xml.setNotAfter(certificate.notAfter());
    xml.setState(found.state().name());
    if (recorded != null) {
      xml.setVerdict(Verdict.fromValue(recorded.answer().verdict().name()));
      xml.setRecordId(recorded.id());
    }
    return xml;
  }

  private static String uscc(String text) throws InvalidRequestFault {
    UnifiedSocialCreditCode code = UnifiedSocialCreditCode.parse(text);
    if (code == null) {
      throw Faults.invalidRequest("MALFORMED_USCC", "uscc", text);
    }
    return code.text();
  }

  private static String serial(String text) throws InvalidRequestFault {
    String hex = text.toLowerCase(Locale.ROOT);
    if (!HEX.matcher(hex).matches()) {
      throw Faults.invalidRequest("MALFORMED_SERIAL", "serial", text);
    }
    return new BigInteger(hex, 16).toString(16);
  }

  private static String sha256(String text) throws InvalidRequestFault {
    String hex = text.toLowerCase(Locale.ROOT);
    if (!SHA256.matcher(hex).matches()) {
      throw Faults.invalidRequest("MALFORMED_SHA256", "sha256", text);
    }
    return hex;
  }
}
