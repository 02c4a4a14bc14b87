package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.crl.RevocationReason;
import java.math.BigInteger;
import java.time.Instant;

/**
 * An immediate notice of the issuer, ahead of its next list. Whether its sender may speak for the
 * issuer is decided before it becomes knowledge.
 *
 * @param id name of the notice in evidence; no two notices have the same
 * @param issuer issuer of the certificate
 * @param issuerKeySha256 fingerprint of the key that signed the certificate
 * @param serial serial number of the certificate
 * @param action what happened
 * @param reason why; of no meaning for a release
 * @param effectiveAt from when on it counts
 * @param receivedAt when the registry took it
 */
public record RevocationNotice(
    String id,
    DistinguishedName issuer,
    String issuerKeySha256,
    BigInteger serial,
    Action action,
    RevocationReason reason,
    Instant effectiveAt,
    Instant receivedAt) {
  /** What happened to the certificate. */
  public enum Action {
    /** Revoked for good. */
    REVOKE,
    /** Put on hold (certificateHold). */
    HOLD,
    /** Taken off hold again (removeFromCRL); without effect on a revocation. */
    RELEASE
  }
}
