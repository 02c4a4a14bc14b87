package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.revocation.CrlSignerCheck;
import java.time.Instant;

/**
 * Lets a key other than the issuer's sign revocation lists if a certificate for it has a valid path
 * to the same anchor and allows it (RFC 5280 6.3.3(f)).
 *
 * <p>The signer's own certificate must not be revoked either. When the list to say so is the one
 * the signer signed, it is taken at its word, as in Inquiry.
 */
final class CrlSignerPaths implements CrlSignerCheck {
  private final Examination examination;
  private final TrustAnchor anchor;

  CrlSignerPaths(Examination examination, TrustAnchor anchor) {
    this.examination = examination;
    this.anchor = anchor;
  }

  @Override
  public boolean maySign(DistinguishedName crlIssuer, String keySha256, Instant when) {
    if (anchor.name().equals(crlIssuer) && anchor.key().sha256().equals(keySha256)) {
      return anchor.certificate().extensions().allows(KeyUsage.CRL_SIGN);
    }
    Inquiry.Signer signer = new Inquiry.Signer(crlIssuer, keySha256, when);
    return examination.inquiry.settle(signer, () -> hasPath(signer));
  }

  private boolean hasPath(Inquiry.Signer signer) {
    for (Certificate holder : examination.pool.holdersOf(signer.name(), signer.keySha256())) {
      PathQuestion question = examination.question.aboutCrlSigner(holder, signer.when());
      if (new Search(question, examination.inquiry, anchor).judge().verdict() == Verdict.VALID) {
        return true;
      }
    }
    return false;
  }
}
