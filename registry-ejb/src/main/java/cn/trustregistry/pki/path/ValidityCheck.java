package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import java.time.Instant;

/**
 * The moment asked about lies in the validity of every certificate, both ends included (RFC 5280
 * 6.1.3(a)(2)).
 */
final class ValidityCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    Instant at = examination.question.at();
    for (int i = 0; i < examination.path.length(); i++) {
      Certificate certificate = examination.certificate(i);
      if (at.isBefore(certificate.notBefore())) {
        examination.add(new PathReason.OutsideValidity(PathCause.NOT_YET_VALID, certificate, at));
      }
      if (at.isAfter(certificate.notAfter())) {
        examination.add(new PathReason.OutsideValidity(PathCause.EXPIRED, certificate, at));
      }
    }
  }
}
