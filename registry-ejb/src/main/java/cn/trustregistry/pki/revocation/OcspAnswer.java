package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.crl.RevocationReason;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a responder said of one certificate (RFC 6960 4.2), after {@link OcspCheck} found that it
 * was entitled to.
 *
 * @param issuerKeySha256 fingerprint of the key that signed the certificate
 * @param serial serial number of the certificate
 * @param said the certStatus
 * @param revokedAt date of revocation; null unless revoked
 * @param reason reason of revocation; null unless revoked
 * @param producedAt when the response was signed
 * @param thisUpdate when the status was known to be right
 * @param nextUpdate when newer information will be there; null if at any time
 * @param archiveCutoff from when on expired certificates are still answered for; null if not said
 * @param responder certificate of a delegated responder whose own status matters; null if the
 *     issuer itself signed, or if its certificate says id-pkix-ocsp-nocheck
 * @param sha256 fingerprint of the response
 * @param receivedAt when the registry took it
 */
public record OcspAnswer(
    String issuerKeySha256,
    BigInteger serial,
    Said said,
    @Nullable Instant revokedAt,
    @Nullable RevocationReason reason,
    Instant producedAt,
    Instant thisUpdate,
    @Nullable Instant nextUpdate,
    @Nullable Instant archiveCutoff,
    @Nullable Certificate responder,
    String sha256,
    Instant receivedAt) {
  /** The choice of CertStatus. */
  public enum Said {
    GOOD,
    REVOKED,
    UNKNOWN
  }
}
