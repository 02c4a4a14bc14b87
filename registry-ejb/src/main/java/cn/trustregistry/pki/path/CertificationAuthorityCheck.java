package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.KeyUsage;

/**
 * Whoever issued a certificate of the path says in its own that it is a CA and may sign
 * certificates (RFC 5280 6.1.4(k) and (n)). An anchor is a CA by admission, but not if its
 * certificate denies it (RFC 5937 3.2).
 */
final class CertificationAuthorityCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    for (int i = 1; i < examination.path.length(); i++) {
      Certificate certificate = examination.certificate(i);
      if (!certificate.extensions().isCa()) {
        examination.add(new PathReason.Unfit(PathCause.NOT_A_CA, certificate));
      }
      examineKeyUsage(examination, certificate);
    }
    TrustAnchor anchor = examination.path.anchor();
    if (anchor == null) {
      return;
    }
    if (anchor.certificate().version() == 3 && !anchor.certificate().extensions().isCa()) {
      examination.add(new PathReason.Unfit(PathCause.NOT_A_CA, anchor.certificate()));
    }
    examineKeyUsage(examination, anchor.certificate());
  }

  private static void examineKeyUsage(Examination examination, Certificate certificate) {
    if (!certificate.extensions().allows(KeyUsage.KEY_CERT_SIGN)) {
      examination.add(new PathReason.Unfit(PathCause.CERTIFICATE_SIGNING_NOT_ALLOWED, certificate));
    }
  }
}
