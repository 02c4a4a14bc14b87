package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureOutcome.Bad;
import cn.trustregistry.pki.SignatureOutcome.UnsupportedAlgorithm;
import cn.trustregistry.pki.SignatureOutcome.UnusableKey;

/**
 * Every signature is good under the key of the certificate above (RFC 5280 6.1.3(a)(1)), and the
 * algorithm is the one that was signed for (4.1.1.2). A bad signature proves something only if no
 * other key can have made it.
 */
final class SignatureCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    for (int i = 0; i < examination.path.length(); i++) {
      Certificate certificate = examination.certificate(i);
      PublicKey key = examination.path.keys()[i];
      if (key != null) {
        verify(examination, certificate, key);
      }
      if (!certificate.signatureAlgorithm().equals(certificate.signedAlgorithm())) {
        examination.add(
            new PathReason.SignatureFailed(
                PathCause.SIGNATURE_ALGORITHM_MISMATCH,
                certificate,
                key,
                certificate.signedAlgorithm().oid()));
      }
    }
  }

  private static void verify(Examination examination, Certificate certificate, PublicKey key) {
    if (!examination.inquiry.signatures.mayVerify(certificate, key)) {
      examination.add(new PathReason.BudgetExhausted(certificate));
      return;
    }
    SignatureOutcome outcome = examination.inquiry.signatures.verify(certificate, key);
    if (outcome instanceof Bad) {
      boolean proven = examination.pool.isOnlyKeyFor(certificate, key);
      PathCause cause = proven ? PathCause.SIGNATURE_INVALID : PathCause.ISSUER_KEY_UNKNOWN;
      examination.add(new PathReason.SignatureFailed(cause, certificate, key, ""));
    } else if (outcome instanceof UnsupportedAlgorithm unsupported) {
      examination.add(
          new PathReason.SignatureFailed(
              PathCause.SIGNATURE_ALGORITHM_UNSUPPORTED, certificate, key, unsupported.why()));
    } else if (outcome instanceof UnusableKey unusable) {
      examination.add(
          new PathReason.SignatureFailed(
              PathCause.ISSUER_KEY_UNUSABLE, certificate, key, unusable.why()));
    }
  }
}
