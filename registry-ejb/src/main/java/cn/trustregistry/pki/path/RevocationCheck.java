package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.path.PathQuestion.RevocationNeed;
import cn.trustregistry.pki.revocation.RevocationQuestion;
import cn.trustregistry.pki.revocation.RevocationStatus;

/**
 * No certificate below the anchor is revoked, and there is evidence of that (RFC 5280 6.1.3(a)(3),
 * 6.3). Whose signature is not good has no revocation to be asked for: nobody knows that its issuer
 * issued it.
 */
final class RevocationCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    TrustAnchor anchor = examination.path.anchor();
    if (anchor == null || examination.question.revocation() == RevocationNeed.NONE) {
      return;
    }
    CrlSignerPaths signers = new CrlSignerPaths(examination, anchor);
    for (int i = 0; i < examination.path.length(); i++) {
      Certificate certificate = examination.certificate(i);
      PublicKey key = examination.path.keys()[i];
      Certificate issuer = examination.path.issuerOf(i);
      if (key != null && issuer != null && isSigned(examination, certificate, key)) {
        RevocationStatus status =
            examination
                .inquiry
                .material
                .revocation()
                .status(question(examination.question, certificate, key, issuer, signers));
        examination.add(new CertificateStatus(certificate, status));
        status.causes().forEach(cause -> examination.add(cause));
      }
    }
  }

  private static boolean isSigned(Examination examination, Certificate certificate, PublicKey key) {
    Signatures signatures = examination.inquiry.signatures;
    return signatures.mayVerify(certificate, key)
        && signatures.verify(certificate, key) instanceof SignatureOutcome.Good;
  }

  private static RevocationQuestion question(
      PathQuestion question,
      Certificate certificate,
      PublicKey key,
      Certificate issuer,
      CrlSignerPaths signers) {
    return new RevocationQuestion(
        certificate,
        key,
        issuer.extensions().allows(KeyUsage.CRL_SIGN),
        question.at(),
        question.knownAt(),
        question.revocationPolicy(),
        signers);
  }
}
