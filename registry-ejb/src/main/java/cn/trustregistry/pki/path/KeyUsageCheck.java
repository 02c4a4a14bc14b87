package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.gm.CertificateRole;

/**
 * The target's key usage allows the purpose (RFC 5280 4.2.1.3). When the wrong one of a pair of
 * certificates was taken, it says so (GB/T 20518 5.2.3.2).
 */
final class KeyUsageCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    Certificate target = examination.path.target();
    KeyPurpose purpose = examination.question.purpose();
    if (!purpose.allowsUsages(target.extensions().keyUsage())) {
      examination.add(
          new PathReason.UsageNotAllowed(
              cause(purpose, CertificateRole.of(target)), target, purpose));
    }
  }

  private static PathCause cause(KeyPurpose purpose, CertificateRole role) {
    if (purpose.role() == CertificateRole.SIGNING && role == CertificateRole.ENCRYPTION) {
      return PathCause.ENCRYPTION_CERTIFICATE_FOR_SIGNING;
    }
    if (purpose.role() == CertificateRole.ENCRYPTION && role == CertificateRole.SIGNING) {
      return PathCause.SIGNING_CERTIFICATE_FOR_ENCRYPTION;
    }
    return PathCause.KEY_USAGE_NOT_ALLOWED;
  }
}
