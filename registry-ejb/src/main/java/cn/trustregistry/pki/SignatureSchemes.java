package cn.trustregistry.pki;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.jspecify.annotations.Nullable;

/**
 * The signature schemes the engine verifies, on Bouncy Castle's primitives: RSA PKCS #1 v1.5 and
 * PSS (RFC 4055), DSA and ECDSA (RFC 5758), Ed25519 (RFC 8410) and SM2 with SM3 (GM/T 0009, GM/T
 * 0015).
 */
final class SignatureSchemes {
  /**
   * One scheme.
   *
   * @param keyAlgorithm the kind of key it takes
   * @param digest the digest it uses
   * @param platformName what the JCA calls it; null if only Bouncy Castle is to verify it
   * @param signer how its signer is made
   */
  record Scheme(
      String keyAlgorithm, String digest, @Nullable String platformName, Supplier<Signer> signer) {}

  static final String PSS = "1.2.840.113549.1.1.10";
  static final String SM2_SM3 = "1.2.156.10197.1.501";

  private static final Set<String> CURVES =
      Set.of("1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35");

  private static final Map<String, Scheme> SCHEMES =
      Map.ofEntries(
          rsa("1.2.840.113549.1.1.4", "MD5"),
          rsa("1.2.840.113549.1.1.5", "SHA-1"),
          rsa("1.2.840.113549.1.1.14", "SHA-224"),
          rsa("1.2.840.113549.1.1.11", "SHA-256"),
          rsa("1.2.840.113549.1.1.12", "SHA-384"),
          rsa("1.2.840.113549.1.1.13", "SHA-512"),
          dsa("1.2.840.10040.4.3", "SHA-1"),
          dsa("2.16.840.1.101.3.4.3.1", "SHA-224"),
          dsa("2.16.840.1.101.3.4.3.2", "SHA-256"),
          ecdsa("1.2.840.10045.4.1", "SHA-1"),
          ecdsa("1.2.840.10045.4.3.1", "SHA-224"),
          ecdsa("1.2.840.10045.4.3.2", "SHA-256"),
          ecdsa("1.2.840.10045.4.3.3", "SHA-384"),
          ecdsa("1.2.840.10045.4.3.4", "SHA-512"),
          Map.entry(SM2_SM3, new Scheme(PublicKey.EC, "SM3", null, SM2Signer::new)),
          Map.entry(
              PublicKey.ED25519,
              new Scheme(PublicKey.ED25519, "SHA-512", "Ed25519", Ed25519Signer::new)));

  private static final Map<String, Supplier<Digest>> PSS_DIGESTS =
      Map.of(
          "1.3.14.3.2.26", () -> new PlatformDigest("SHA-1"),
          "2.16.840.1.101.3.4.2.4", () -> new PlatformDigest("SHA-224"),
          "2.16.840.1.101.3.4.2.1", () -> new PlatformDigest("SHA-256"),
          "2.16.840.1.101.3.4.2.2", () -> new PlatformDigest("SHA-384"),
          "2.16.840.1.101.3.4.2.3", () -> new PlatformDigest("SHA-512"));

  private SignatureSchemes() {}

  private static Map.Entry<String, Scheme> rsa(String oid, String digest) {
    return entry(oid, PublicKey.RSA, digest, "RSA", RSADigestSigner::new);
  }

  private static Map.Entry<String, Scheme> dsa(String oid, String digest) {
    return entry(
        oid, PublicKey.DSA, digest, "DSA", hash -> new DSADigestSigner(new DSASigner(), hash));
  }

  private static Map.Entry<String, Scheme> ecdsa(String oid, String digest) {
    return entry(
        oid,
        PublicKey.EC,
        digest,
        "ECDSA",
        hash -> new DSADigestSigner(new ECDSASigner(), hash, StandardDSAEncoding.INSTANCE));
  }

  private static Map.Entry<String, Scheme> entry(
      String oid,
      String keyAlgorithm,
      String digest,
      String encryption,
      Function<Digest, Signer> signer) {
    String platformName = digest.replace("-", "") + "with" + encryption;
    return Map.entry(
        oid,
        new Scheme(
            keyAlgorithm, digest, platformName, () -> signer.apply(new PlatformDigest(digest))));
  }

  /** The scheme of an algorithm, or null if the engine has none for it or for its parameters. */
  static @Nullable Scheme of(SignatureAlgorithm algorithm) {
    return algorithm.oid().equals(PSS)
        ? pss(algorithm)
        : algorithm.isPlain() ? SCHEMES.get(algorithm.oid()) : null;
  }

  private static @Nullable Scheme pss(SignatureAlgorithm algorithm) {
    if (algorithm.parameters() == null) {
      return null;
    }
    try {
      RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(algorithm.parameters().toArray());
      AlgorithmIdentifier mask =
          AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
      Supplier<Digest> digest =
          PSS_DIGESTS.get(parameters.getHashAlgorithm().getAlgorithm().getId());
      Supplier<Digest> maskDigest = PSS_DIGESTS.get(mask.getAlgorithm().getId());
      int salt = parameters.getSaltLength().intValueExact();
      if (digest == null
          || maskDigest == null
          || salt < 0
          || salt > 64
          || parameters.getTrailerField().intValueExact() != 1) {
        return null;
      }
      Supplier<Signer> signer =
          () -> new PSSSigner(new RSABlindedEngine(), digest.get(), maskDigest.get(), salt);
      return new Scheme(PublicKey.RSA, digest.get().getAlgorithmName(), null, signer);
    } catch (RuntimeException e) {
      return null;
    }
  }

  static SignatureOutcome verify(
      PublicKey key, SignatureAlgorithm algorithm, byte[] octets, byte[] signature) {
    Scheme scheme = of(algorithm);
    if (scheme != null
        && mismatch(scheme, key, algorithm.oid()) == null
        && key.key() != null
        && FastSignatures.isGood(scheme, key, octets, signature)) {
      return SignatureOutcome.GOOD;
    }
    StreamedSignature streamed = StreamedSignature.under(key, algorithm);
    streamed.update(octets, 0, octets.length);
    return streamed.verify(signature);
  }

  /** Why this scheme cannot take this key, or null if it can. */
  static @Nullable String mismatch(Scheme scheme, PublicKey key, String oid) {
    if (!scheme.keyAlgorithm().equals(key.algorithm())) {
      return "the algorithm needs another kind of key";
    }
    if (!key.algorithm().equals(PublicKey.EC)) {
      return null;
    }
    String curve = key.curve();
    boolean fits =
        curve != null
            && (oid.equals(SM2_SM3) ? curve.equals(PublicKey.SM2_CURVE) : CURVES.contains(curve));
    return fits ? null : "the algorithm is not used with this curve";
  }
}
