package cn.trustregistry.pki;

import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signatures whose digest was calculated elsewhere, and those of SM2 under a user id that
 * is not the usual one (GM/T 0009 section 10, GM/T 0003.2 section 5.5).
 */
public final class PrehashedSignature {
  /** The user id that SM2 signatures are made under where nothing else is agreed (GM/T 0009 10). */
  public static final String USUAL_USER_ID = "1234567812345678";

  private PrehashedSignature() {}

  /**
   * Verifies over a digest.
   *
   * @param digest of the algorithm's digest; for SM2 the digest over user id, key and content, the
   *     {@code e} of GM/T 0003.2
   */
  public static SignatureOutcome verify(
      PublicKey key, SignatureAlgorithm algorithm, byte[] digest, byte[] signature) {
    SignatureSchemes.Scheme scheme = SignatureSchemes.of(algorithm);
    if (scheme == null) {
      return new SignatureOutcome.UnsupportedAlgorithm(algorithm.oid(), "there is no such scheme");
    }
    Signer signer = signer(scheme, algorithm, digest);
    if (signer == null) {
      return new SignatureOutcome.UnsupportedAlgorithm(
          algorithm.oid(), "it cannot be verified from a digest");
    }
    return outcome(scheme, key, algorithm, signer, digest, signature);
  }

  /** Verifies an SM2 signature over octets. */
  public static SignatureOutcome verifySm2(
      PublicKey key, byte[] userId, byte[] octets, byte[] signature) {
    SignatureAlgorithm algorithm = new SignatureAlgorithm(SignatureSchemes.SM2_SM3, null);
    SignatureSchemes.Scheme scheme = SignatureSchemes.of(algorithm);
    AsymmetricKeyParameter decoded = key.key();
    if (scheme == null || decoded == null || !key.isSm2()) {
      return new SignatureOutcome.UnusableKey("the algorithm needs another kind of key");
    }
    return verified(new SM2Signer(), new ParametersWithID(decoded, userId), octets, signature);
  }

  private static SignatureOutcome outcome(
      SignatureSchemes.Scheme scheme,
      PublicKey key,
      SignatureAlgorithm algorithm,
      Signer signer,
      byte[] digest,
      byte[] signature) {
    String mismatch = SignatureSchemes.mismatch(scheme, key, algorithm.oid());
    AsymmetricKeyParameter decoded = key.key();
    if (mismatch != null || decoded == null) {
      return new SignatureOutcome.UnusableKey(mismatch != null ? mismatch : key.whyUnusable());
    }
    return verified(signer, decoded, digest, signature);
  }

  private static SignatureOutcome verified(
      Signer signer, CipherParameters key, byte[] octets, byte[] signature) {
    try {
      signer.init(false, key);
      signer.update(octets, 0, octets.length);
      return signer.verifySignature(signature) ? SignatureOutcome.GOOD : SignatureOutcome.BAD;
    } catch (RuntimeException e) {
      return SignatureOutcome.BAD;
    }
  }

  /** A signer that takes the digest instead of the content; null where there is none. */
  private static @Nullable Signer signer(
      SignatureSchemes.Scheme scheme, SignatureAlgorithm algorithm, byte[] digest) {
    Digest given = new Given(scheme.digest(), digest);
    if (algorithm.oid().equals(SignatureSchemes.PSS)) {
      return pss(scheme, algorithm);
    }
    if (algorithm.oid().equals(SignatureSchemes.SM2_SM3)) {
      return new SM2Signer(given);
    }
    return switch (scheme.keyAlgorithm()) {
      case PublicKey.RSA -> new RSADigestSigner(given);
      case PublicKey.EC ->
          new DSADigestSigner(new ECDSASigner(), given, StandardDSAEncoding.INSTANCE);
      default -> null;
    };
  }

  /** The scheme has been found, so that the parameters are known to be good. */
  private static @Nullable Signer pss(
      SignatureSchemes.Scheme scheme, SignatureAlgorithm algorithm) {
    if (algorithm.parameters() == null) {
      return null;
    }
    RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(algorithm.parameters().toArray());
    return PSSSigner.createRawSigner(
        new RSABlindedEngine(),
        new PlatformDigest(scheme.digest()),
        new PlatformDigest(scheme.digest()),
        parameters.getSaltLength().intValueExact(),
        PSSSigner.TRAILER_IMPLICIT);
  }

  /** Stands for the digest of what was digested elsewhere. */
  private static final class Given implements Digest {
    private final String name;
    private final byte[] value;

    Given(String name, byte[] value) {
      this.name = name;
      this.value = value;
    }

    @Override
    public String getAlgorithmName() {
      return name;
    }

    @Override
    public int getDigestSize() {
      return value.length;
    }

    @Override
    public void update(byte octet) {
      // The value is known already.
    }

    @Override
    public void update(byte[] octets, int from, int length) {
      // The value is known already.
    }

    @Override
    public int doFinal(byte[] into, int offset) {
      System.arraycopy(value, 0, into, offset, value.length);
      return value.length;
    }

    @Override
    public void reset() {
      // The value stays.
    }

    @Override
    public String toString() {
      return name + " " + Arrays.hashCode(value);
    }
  }
}
