package cn.trustregistry.scan;

import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureAlgorithm;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.scan.SigningRefused.Reason;

/**
 * The signature of a session: over the octets of the hash as the message, in the one scheme of the
 * certificate's key. SM2 hashes the signer's key along with the message (GM/T 0009 section 8.1),
 * and a centre that opens a session does not know that key yet; so the message is the hash.
 */
final class SignedHash {
  private static final String P256 = "1.2.840.10045.3.1.7";
  private static final int LEAST_RSA_BITS = 2_048;

  private static final SignatureAlgorithm RSA_SHA256 = plain("1.2.840.113549.1.1.11");
  private static final SignatureAlgorithm ECDSA_SHA256 = plain("1.2.840.10045.4.3.2");
  private static final SignatureAlgorithm SM2_SM3 = plain("1.2.156.10197.1.501");

  private SignedHash() {}

  private static SignatureAlgorithm plain(String oid) {
    return new SignatureAlgorithm(oid, null);
  }

  /**
   * @throws SigningRefused if the key is none of RSA from 2048 bits, P-256 and SM2, or did not sign
   */
  static void verify(PublicKey key, byte[] hash, byte[] signature) {
    SignatureOutcome outcome = SignatureVerifier.verifyOnce(key, scheme(key), hash, signature);
    if (!(outcome instanceof SignatureOutcome.Good)) {
      throw new SigningRefused(
          Reason.SIGNATURE_BAD,
          "signature",
          "It is not one of the certificate's key over the octets of the hash.");
    }
  }

  private static SignatureAlgorithm scheme(PublicKey key) {
    if (key.algorithm().equals(PublicKey.RSA) && key.bits() >= LEAST_RSA_BITS) {
      return RSA_SHA256;
    }
    if (key.isSm2()) {
      return SM2_SM3;
    }
    if (P256.equals(key.curve())) {
      return ECDSA_SHA256;
    }
    throw new SigningRefused(
        Reason.KEY_UNSUPPORTED, "certificate", "RSA from 2048 bits, P-256 and SM2 sign here.");
  }
}
