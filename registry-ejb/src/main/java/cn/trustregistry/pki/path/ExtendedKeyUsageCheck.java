package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;

/**
 * The target's extended key usage allows the purpose (RFC 5280 4.2.1.12), and so does that of every
 * CA, the anchor included, that limits what it issues in this way.
 */
final class ExtendedKeyUsageCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    for (int i = 0; i < examination.path.length(); i++) {
      examine(examination, examination.certificate(i), i == 0);
    }
    TrustAnchor anchor = examination.path.anchor();
    if (anchor != null) {
      examine(examination, anchor.certificate(), false);
    }
  }

  private static void examine(Examination examination, Certificate certificate, boolean target) {
    KeyPurpose purpose = examination.question.purpose();
    if (!purpose.allowsPurposes(certificate.extensions().extendedKeyUsage(), target)) {
      examination.add(
          new PathReason.UsageNotAllowed(
              PathCause.EXTENDED_KEY_USAGE_NOT_ALLOWED, certificate, purpose));
    }
  }
}
