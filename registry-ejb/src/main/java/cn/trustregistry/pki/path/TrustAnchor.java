package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.PublicKey;
import java.time.Instant;

/**
 * A CA certificate that the registry trusts of itself. Its signature is not looked at; the limits
 * it sets, and its own validity, count (RFC 5937).
 *
 * @param certificate the certificate, self-signed or not
 * @param admittedFrom first moment for which it is admitted
 * @param admittedUntil first moment for which it no longer is; {@link Instant#MAX} for no end
 */
public record TrustAnchor(Certificate certificate, Instant admittedFrom, Instant admittedUntil) {
  /** An anchor admitted for all time. */
  public static TrustAnchor of(Certificate certificate) {
    return new TrustAnchor(certificate, Instant.MIN, Instant.MAX);
  }

  public DistinguishedName name() {
    return certificate.subject();
  }

  public PublicKey key() {
    return certificate.publicKey();
  }

  /** Whether it is admitted for this moment. */
  public boolean isAdmittedAt(Instant at) {
    return !at.isBefore(admittedFrom) && at.isBefore(admittedUntil);
  }
}
