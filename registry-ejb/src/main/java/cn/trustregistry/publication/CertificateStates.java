package cn.trustregistry.publication;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.revocation.CrlSignerCheck;
import cn.trustregistry.pki.revocation.RevocationPolicy;
import cn.trustregistry.pki.revocation.RevocationQuestion;
import cn.trustregistry.pki.revocation.RevocationStatus;
import cn.trustregistry.trust.TrustSnapshot;
import java.time.Instant;

/**
 * Tells how certificates stand by what one snapshot knows of revocation. It tells, it does not
 * judge: the path and the rules are the business of a validation.
 */
final class CertificateStates {
  private final TrustSnapshot snapshot;
  private final Instant at;

  CertificateStates(TrustSnapshot snapshot, Instant at) {
    this.snapshot = snapshot;
    this.at = at;
  }

  CertificateState of(PublishedCertificate published) {
    RevocationStatus status = revocation(published);
    if (status instanceof RevocationStatus.Revoked) {
      return CertificateState.REVOKED;
    }
    if (status instanceof RevocationStatus.OnHold) {
      return CertificateState.ON_HOLD;
    }
    if (at.isBefore(published.notBefore())) {
      return CertificateState.NOT_YET_VALID;
    }
    if (at.isAfter(published.notAfter())) {
      return CertificateState.EXPIRED;
    }
    return status instanceof RevocationStatus.Good
        ? CertificateState.GOOD
        : CertificateState.UNKNOWN;
  }

  RevocationStatus revocation(PublishedCertificate published) {
    Issuer issuer =
        snapshot
            .issuer(published.issuerSha256())
            .orElseThrow(() -> new IllegalStateException("no issuer " + published.issuerSha256()));
    Certificate certificate = issuer.certificate();
    return snapshot
        .revocation()
        .status(
            new RevocationQuestion(
                parsed(published),
                certificate.publicKey(),
                certificate.extensions().allows(KeyUsage.CRL_SIGN),
                at,
                at,
                RevocationPolicy.STRICT,
                CrlSignerCheck.ISSUER_ONLY));
  }

  private static Certificate parsed(PublishedCertificate published) {
    try {
      return Certificate.parse(published.der());
    } catch (MalformedObjectException e) {
      throw new IllegalStateException(
          "stored certificate " + published.sha256() + " no longer parses", e);
    }
  }
}
