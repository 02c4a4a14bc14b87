package cn.trustregistry.web.validation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.RecentCertificates;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.RequestRefused.Code;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.wsdl.common.v1.Category;
import cn.trustregistry.wsdl.validation.v1.Chain;
import cn.trustregistry.wsdl.validation.v1.ValidateCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads requests that the schema has let pass. */
final class RequestXml {
  /** Later than any price or rule that will be asked about. */
  static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** How far ahead of our clock a moment may be that has come, for clocks that are not right. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  private static final RecentCertificates CERTIFICATES = new RecentCertificates(4_096);

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private RequestXml() {}

  static ValidationRequest read(ValidateCertificate request, Instant now) throws RequestRefused {
    Category category = request.getCategory();
    return new ValidationRequest(
        certificate(request.getCertificate()),
        chain(request.getChain()),
        request.getAt() == null ? now : request.getAt(),
        request.getKnownAt() == null ? now : request.getKnownAt(),
        new CategoryRef(category.getSystem(), category.getVersion(), category.getValue()),
        Stage.valueOf(request.getStage().value()),
        request.getListedOn(),
        request.getProject(),
        request.getSealedAt());
  }

  static List<Certificate> chain(@Nullable Chain chain) throws RequestRefused {
    List<Certificate> certificates = new ArrayList<>();
    if (chain != null) {
      for (byte[] der : chain.getCertificate()) {
        certificates.add(certificate(der, Code.MALFORMED_CHAIN, "chain"));
      }
    }
    return certificates;
  }

  /**
   * A moment of a request.
   *
   * @param given null means {@code now}
   * @param latest later moments are refused
   */
  static Instant moment(String field, @Nullable Instant given, Instant now, Instant latest)
      throws RequestRefused {
    Instant moment = given == null ? now : given;
    if (moment.isBefore(EARLIEST) || moment.isAfter(latest)) {
      throw new RequestRefused(Code.TIME_OUT_OF_RANGE, field, moment.toString());
    }
    return moment;
  }

  static Certificate certificate(byte[] der) throws RequestRefused {
    return certificate(der, Code.MALFORMED_CERTIFICATE, "certificate");
  }

  private static Certificate certificate(byte[] der, Code code, String field)
      throws RequestRefused {
    try {
      return CERTIFICATES.parse(der);
    } catch (MalformedObjectException e) {
      throw new RequestRefused(code, field, String.valueOf(e.getMessage()));
    }
  }
}
