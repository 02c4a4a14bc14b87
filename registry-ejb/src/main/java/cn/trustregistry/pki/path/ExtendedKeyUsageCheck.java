package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;

/**
 * The target's extended key usage allows the purpose (RFC 5280 4.2.1.12), and so does that of every
 * CA below the anchor that limits what it issues in this way.
 */
final class ExtendedKeyUsageCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    KeyPurpose purpose = examination.question.purpose();
    for (int i = 0; i < examination.path.length(); i++) {
      Certificate certificate = examination.certificate(i);
      if (!purpose.allowsPurposes(certificate.extensions().extendedKeyUsage(), i == 0)) {
        examination.add(
            new PathReason.UsageNotAllowed(
                PathCause.EXTENDED_KEY_USAGE_NOT_ALLOWED, certificate, purpose));
      }
    }
  }
}
