package cn.trustregistry.pki;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
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
  /** One scheme: the kind of key it takes, the digest it uses, and how its signer is made. */
  record Scheme(String keyAlgorithm, String digest, Supplier<Signer> signer) {}

  static final String PSS = "1.2.840.113549.1.1.10";
  static final String SM2_SM3 = "1.2.156.10197.1.501";

  private static final Set<String> CURVES =
      Set.of("1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35");

  private static final Map<String, Scheme> SCHEMES =
      Map.ofEntries(
          rsa("1.2.840.113549.1.1.4", "MD5", MD5Digest::new),
          rsa("1.2.840.113549.1.1.5", "SHA-1", SHA1Digest::new),
          rsa("1.2.840.113549.1.1.14", "SHA-224", SHA224Digest::new),
          rsa("1.2.840.113549.1.1.11", "SHA-256", SHA256Digest::new),
          rsa("1.2.840.113549.1.1.12", "SHA-384", SHA384Digest::new),
          rsa("1.2.840.113549.1.1.13", "SHA-512", SHA512Digest::new),
          dsa("1.2.840.10040.4.3", "SHA-1", SHA1Digest::new),
          dsa("2.16.840.1.101.3.4.3.1", "SHA-224", SHA224Digest::new),
          dsa("2.16.840.1.101.3.4.3.2", "SHA-256", SHA256Digest::new),
          ecdsa("1.2.840.10045.4.1", "SHA-1", SHA1Digest::new),
          ecdsa("1.2.840.10045.4.3.1", "SHA-224", SHA224Digest::new),
          ecdsa("1.2.840.10045.4.3.2", "SHA-256", SHA256Digest::new),
          ecdsa("1.2.840.10045.4.3.3", "SHA-384", SHA384Digest::new),
          ecdsa("1.2.840.10045.4.3.4", "SHA-512", SHA512Digest::new),
          Map.entry(SM2_SM3, new Scheme(PublicKey.EC, "SM3", SM2Signer::new)),
          Map.entry(
              PublicKey.ED25519, new Scheme(PublicKey.ED25519, "SHA-512", Ed25519Signer::new)));

  private static final Map<String, Supplier<Digest>> PSS_DIGESTS =
      Map.of(
          "1.3.14.3.2.26", SHA1Digest::new,
          "2.16.840.1.101.3.4.2.4", SHA224Digest::new,
          "2.16.840.1.101.3.4.2.1", SHA256Digest::new,
          "2.16.840.1.101.3.4.2.2", SHA384Digest::new,
          "2.16.840.1.101.3.4.2.3", SHA512Digest::new);

  private SignatureSchemes() {}

  private static Map.Entry<String, Scheme> rsa(String oid, String name, Supplier<Digest> digest) {
    return Map.entry(oid, new Scheme(PublicKey.RSA, name, () -> new RSADigestSigner(digest.get())));
  }

  private static Map.Entry<String, Scheme> dsa(String oid, String name, Supplier<Digest> digest) {
    return Map.entry(
        oid,
        new Scheme(PublicKey.DSA, name, () -> new DSADigestSigner(new DSASigner(), digest.get())));
  }

  private static Map.Entry<String, Scheme> ecdsa(String oid, String name, Supplier<Digest> digest) {
    return Map.entry(
        oid,
        new Scheme(
            PublicKey.EC,
            name,
            () ->
                new DSADigestSigner(
                    new ECDSASigner(), digest.get(), StandardDSAEncoding.INSTANCE)));
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
      return new Scheme(PublicKey.RSA, digest.get().getAlgorithmName(), signer);
    } catch (RuntimeException e) {
      return null;
    }
  }

  static SignatureOutcome verify(
      PublicKey key, SignatureAlgorithm algorithm, byte[] octets, byte[] signature) {
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
