package cn.trustregistry.pki;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Verifies signatures and remembers the good ones, by fingerprint of the signed object and of the
 * key. Remembers a bounded number: a new one takes the place of an old one. Safe for many threads.
 *
 * <p>What is remembered is arithmetic, which never changes; no verdict is.
 */
public final class SignatureVerifier {
  private record Verified(String object, String key) {}

  private final AtomicReferenceArray<Verified> remembered;

  /**
   * @param capacity the most good signatures to remember; 0 to remember none
   */
  public SignatureVerifier(int capacity) {
    this.remembered = new AtomicReferenceArray<>(capacity);
  }

  /**
   * Verifies a certificate's signature with the key of a would-be issuer (RFC 5280 6.1.3(a)(1)).
   */
  public SignatureOutcome verify(Certificate certificate, PublicKey issuerKey) {
    if (isRemembered(certificate.sha256(), issuerKey)) {
      return SignatureOutcome.GOOD;
    }
    return remember(certificate.sha256(), issuerKey, certificate.signedBy(issuerKey));
  }

  /**
   * Verifies the signature of any other object.
   *
   * @param object fingerprint over all that goes into the verification but the key: signed octets,
   *     algorithm and signature
   */
  public SignatureOutcome verify(
      String object, PublicKey key, SignatureAlgorithm algorithm, byte[] octets, byte[] signature) {
    if (isRemembered(object, key)) {
      return SignatureOutcome.GOOD;
    }
    return remember(object, key, SignatureSchemes.verify(key, algorithm, octets, signature));
  }

  /** Verifies without remembering. */
  public static SignatureOutcome verifyOnce(
      PublicKey key, SignatureAlgorithm algorithm, byte[] octets, byte[] signature) {
    return SignatureSchemes.verify(key, algorithm, octets, signature);
  }

  /** Whether this signature is remembered to be good, so that verifying it costs nothing. */
  public boolean isRemembered(String object, PublicKey key) {
    if (remembered.length() == 0) {
      return false;
    }
    Verified known = remembered.get(place(object, key));
    return known != null && known.object().equals(object) && known.key().equals(key.sha256());
  }

  private SignatureOutcome remember(String object, PublicKey key, SignatureOutcome outcome) {
    if (outcome instanceof SignatureOutcome.Good && remembered.length() > 0) {
      remembered.set(place(object, key), new Verified(object, key.sha256()));
    }
    return outcome;
  }

  private int place(String object, PublicKey key) {
    return Math.floorMod(31 * object.hashCode() + key.hashCode(), remembered.length());
  }
}
