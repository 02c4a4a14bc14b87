package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.DistinguishedName;
import java.time.Instant;

/**
 * Says whether a key that is not the certificate issuer's own may sign lists (RFC 5280 6.3.3 (f)):
 * a second key of the issuer, or that of another CRL issuer.
 *
 * <p>The path room answers: yes, if a certificate with this subject and this key has a valid path
 * to the trust anchor of the certificate in question, and its key usage, if there, has cRLSign. To
 * find out it may have to ask for the status of that certificate, which may be covered by the very
 * list at hand; it then takes the list for good while it is at it (the list would name the
 * certificate if it were revoked), so that the question ends.
 */
@FunctionalInterface
public interface CrlSignerCheck {
  /** Only the issuer itself signs. */
  CrlSignerCheck ISSUER_ONLY = (crlIssuer, keySha256, when) -> false;

  /**
   * @param crlIssuer issuer of the list
   * @param keySha256 fingerprint of the key that the list's signature was verified under
   * @param when the moment in question, or that of the list's issue if it is later
   */
  boolean maySign(DistinguishedName crlIssuer, String keySha256, Instant when);
}
