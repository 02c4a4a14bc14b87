package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.PublicKey;
import java.time.Instant;

/**
 * Was this certificate revoked?
 *
 * @param certificate the certificate, whose signature was verified under {@code issuerKey}
 * @param issuerKey key of the certificate's issuer, as the path has it (RFC 5280 6.1.2 (g))
 * @param issuerMaySignCrls whether the issuer's certificate has cRLSign or no key usage at all
 * @param at the moment asked about
 * @param knownAt only what was received up to here counts
 * @param policy the tenant's
 * @param signers asked about lists that another key than {@code issuerKey} signed
 */
public record RevocationQuestion(
    Certificate certificate,
    PublicKey issuerKey,
    boolean issuerMaySignCrls,
    Instant at,
    Instant knownAt,
    RevocationPolicy policy,
    CrlSignerCheck signers) {
  /**
   * The last moment at which the certificate could be in question: {@code at}, or its end of
   * validity if that is earlier.
   */
  Instant moment() {
    return certificate.notAfter().isBefore(at) ? certificate.notAfter() : at;
  }

  /** The same question about another certificate of the same issuer. */
  RevocationQuestion about(Certificate other) {
    return new RevocationQuestion(
        other, issuerKey, issuerMaySignCrls, at, knownAt, policy, signers);
  }
}
