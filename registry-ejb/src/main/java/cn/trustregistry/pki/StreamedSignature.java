package cn.trustregistry.pki;

import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Verifies one signature over octets that pass by piecemeal, for objects too large to be held. The
 * key has to be known beforehand, because SM2 hashes it before the content (GM/T 0003.2 section
 * 5.5). Ed25519 hashes the content twice and therefore does hold it.
 */
public final class StreamedSignature {
  private final PublicKey key;
  private final @Nullable Signer signer;
  private final SignatureOutcome otherwise;

  private StreamedSignature(PublicKey key, @Nullable Signer signer, SignatureOutcome otherwise) {
    this.key = key;
    this.signer = signer;
    this.otherwise = otherwise;
  }

  /** Begins to verify; what stands in the way of verifying is told by {@link #verify}. */
  public static StreamedSignature under(PublicKey key, SignatureAlgorithm algorithm) {
    SignatureSchemes.Scheme scheme = SignatureSchemes.of(algorithm);
    if (scheme == null) {
      return new StreamedSignature(
          key,
          null,
          new SignatureOutcome.UnsupportedAlgorithm(
              algorithm.oid(), "there is no such scheme or its parameters are not known"));
    }
    String mismatch = SignatureSchemes.mismatch(scheme, key, algorithm.oid());
    AsymmetricKeyParameter decoded = key.key();
    if (mismatch != null || decoded == null) {
      return new StreamedSignature(
          key,
          null,
          new SignatureOutcome.UnusableKey(mismatch != null ? mismatch : key.whyUnusable()));
    }
    return new StreamedSignature(key, ready(scheme, decoded), SignatureOutcome.BAD);
  }

  /** A signer for the key; null if the primitive cannot take the numbers in it. */
  private static @Nullable Signer ready(
      SignatureSchemes.Scheme scheme, AsymmetricKeyParameter key) {
    try {
      Signer signer = scheme.signer().get();
      signer.init(false, key);
      return signer;
    } catch (RuntimeException e) {
      return null;
    }
  }

  public PublicKey key() {
    return key;
  }

  /** Takes the next of the signed octets. */
  public void update(byte[] octets, int from, int length) {
    if (signer != null) {
      signer.update(octets, from, length);
    }
  }

  /**
   * The outcome for everything taken; a signature whose encoding the primitive cannot take is a bad
   * one.
   */
  public SignatureOutcome verify(byte[] signature) {
    if (signer == null) {
      return otherwise;
    }
    try {
      return signer.verifySignature(signature) ? SignatureOutcome.GOOD : SignatureOutcome.BAD;
    } catch (RuntimeException e) {
      return SignatureOutcome.BAD;
    }
  }
}
