package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;

/**
 * Every issuer is the subject of the certificate above (RFC 5280 6.1.3(a)(4)), and nobody who
 * issues or is issued to is nameless.
 */
final class NamesCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    for (int i = 0; i < examination.path.length(); i++) {
      Certificate certificate = examination.certificate(i);
      Certificate issuer = examination.path.issuerOf(i);
      if (issuer != null && !issuer.subject().equals(certificate.issuer())) {
        examination.add(new PathReason.NameChainingBroken(certificate, issuer.subject()));
      }
      if (certificate.issuer().isEmpty()) {
        examination.add(new PathReason.Unfit(PathCause.ISSUER_NAME_EMPTY, certificate));
      }
      if (certificate.subject().isEmpty()
          && certificate.extensions().subjectAlternativeNames().isEmpty()) {
        examination.add(new PathReason.Unfit(PathCause.SUBJECT_NAME_MISSING, certificate));
      }
    }
  }
}
