package cn.trustregistry.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.jspecify.annotations.Nullable;

/**
 * A SubjectPublicKeyInfo (RFC 5280 4.1.2.7). The key inside is decoded when first used and kept; a
 * broken one is no error in reading a certificate but makes {@link SignatureOutcome.UnusableKey} of
 * every signature. Equal octet by octet.
 */
public final class PublicKey {
  public static final String RSA = "1.2.840.113549.1.1.1";
  public static final String DSA = "1.2.840.10040.4.1";
  public static final String EC = "1.2.840.10045.2.1";
  public static final String ED25519 = "1.3.101.112";

  /** The curve of SM2 (GM/T 0006). */
  public static final String SM2_CURVE = "1.2.156.10197.1.301";

  /** The largest RSA modulus that is calculated with. */
  private static final int MAX_RSA_BITS = 8_192;

  private static final int MAX_EXPONENT_BITS = 64;

  private final SubjectPublicKeyInfo info;
  private final SignatureAlgorithm algorithm;
  private final String sha256;
  private @Nullable Decoded decoded;
  private @Nullable ForPlatform forPlatform;

  private record Decoded(@Nullable AsymmetricKeyParameter key, String why) {}

  private record ForPlatform(java.security.@Nullable PublicKey key) {}

  private PublicKey(SubjectPublicKeyInfo info, SignatureAlgorithm algorithm, String sha256) {
    this.info = info;
    this.algorithm = algorithm;
    this.sha256 = sha256;
  }

  /**
   * @throws MalformedObjectException if {@code der} is not exactly one SubjectPublicKeyInfo in DER
   */
  public static PublicKey parse(byte[] der) throws MalformedObjectException {
    DerReader outer = DerReader.over(der, "SubjectPublicKeyInfo");
    DerReader sequence = outer.sequence("SubjectPublicKeyInfo");
    outer.expectEnd();
    SignatureAlgorithm algorithm =
        SignatureAlgorithm.read(sequence, "SubjectPublicKeyInfo.algorithm");
    sequence.bitString(DerReader.BIT_STRING, "SubjectPublicKeyInfo.subjectPublicKey");
    sequence.expectEnd();
    try {
      return new PublicKey(SubjectPublicKeyInfo.getInstance(der), algorithm, Digests.sha256(der));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new MalformedObjectException("SubjectPublicKeyInfo", "cannot be read", 0);
    }
  }

  /**
   * This key with the domain parameters of its issuer's, if both are DSA and it has none of its own
   * (RFC 3279 2.3.2).
   */
  public PublicKey inheriting(PublicKey issuer) {
    if (!needsParameters() || !issuer.algorithm.oid().equals(DSA) || issuer.needsParameters()) {
      return this;
    }
    try {
      SubjectPublicKeyInfo whole =
          new SubjectPublicKeyInfo(issuer.info.getAlgorithm(), info.getPublicKeyData().getOctets());
      return parse(whole.getEncoded("DER"));
    } catch (IOException | MalformedObjectException e) {
      return this;
    }
  }

  /** Whether it is a DSA key that leaves its domain parameters to its issuer. */
  public boolean needsParameters() {
    return algorithm.oid().equals(DSA) && algorithm.isPlain();
  }

  public SubjectPublicKeyInfo info() {
    return info;
  }

  /** The kind of key as a dotted identifier, such as {@link #RSA}. */
  public String algorithm() {
    return algorithm.oid();
  }

  /**
   * The named curve of an EC key in dotted form; null for other keys and for curves given in full.
   */
  public @Nullable String curve() {
    return algorithm.oid().equals(EC)
            && info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
        ? curve.getId()
        : null;
  }

  public boolean isSm2() {
    return SM2_CURVE.equals(curve());
  }

  /** SHA-256 over the SubjectPublicKeyInfo, in lower-case hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /**
   * Size of the modulus (RSA), the prime (DSA) or the field (EC) in bits; 0 if the key is broken or
   * of another kind.
   */
  public int bits() {
    AsymmetricKeyParameter key = decoded().key();
    if (key instanceof RSAKeyParameters rsa) {
      return rsa.getModulus().bitLength();
    }
    if (key instanceof DSAPublicKeyParameters dsa && dsa.getParameters() != null) {
      return dsa.getParameters().getP().bitLength();
    }
    return key instanceof ECPublicKeyParameters ec
        ? ec.getParameters().getCurve().getFieldSize()
        : 0;
  }

  /** The decoded key, or null with the cause in {@link #whyUnusable()}. */
  @Nullable AsymmetricKeyParameter key() {
    return decoded().key();
  }

  String whyUnusable() {
    return decoded().why();
  }

  /** The key as a provider of the platform has it, made once; null if the provider refuses it. */
  java.security.@Nullable PublicKey platformKey(Provider provider) {
    ForPlatform known = forPlatform;
    if (known == null) {
      known = new ForPlatform(platformKeyOf(provider));
      forPlatform = known;
    }
    return known.key();
  }

  private java.security.@Nullable PublicKey platformKeyOf(Provider provider) {
    String kind =
        switch (algorithm.oid()) {
          case RSA -> "RSA";
          case EC -> "EC";
          default -> "Ed25519";
        };
    try {
      // The provider has no factory for Ed25519 and takes the platform's keys.
      KeyFactory factory =
          algorithm.oid().equals(ED25519)
              ? KeyFactory.getInstance(kind)
              : KeyFactory.getInstance(kind, provider);
      return factory.generatePublic(new X509EncodedKeySpec(info.getEncoded("DER")));
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      return null;
    }
  }

  private Decoded decoded() {
    Decoded known = decoded;
    if (known == null) {
      known = decode();
      decoded = known;
    }
    return known;
  }

  private Decoded decode() {
    if (algorithm.oid().equals(EC) && curve() == null) {
      return new Decoded(null, "the curve is not a named one");
    }
    try {
      return algorithm.oid().equals(RSA)
          ? decodeRsa()
          : new Decoded(PublicKeyFactory.createKey(info), "");
    } catch (IOException | RuntimeException e) {
      return new Decoded(null, "the key cannot be decoded");
    }
  }

  /**
   * Checks what is cheap to check; the primality of the factors is the certifying CA's business,
   * not the verifier's.
   */
  private Decoded decodeRsa() throws IOException {
    RSAPublicKey rsa = RSAPublicKey.getInstance(info.parsePublicKey());
    BigInteger modulus = rsa.getModulus();
    BigInteger exponent = rsa.getPublicExponent();
    boolean usable =
        modulus.signum() > 0
            && modulus.testBit(0)
            && modulus.bitLength() <= MAX_RSA_BITS
            && exponent.testBit(0)
            && exponent.compareTo(BigInteger.ONE) > 0
            && exponent.bitLength() <= MAX_EXPONENT_BITS;
    return usable
        ? new Decoded(new RSAKeyParameters(false, modulus, exponent, true), "")
        : new Decoded(null, "the RSA modulus or exponent is out of range");
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof PublicKey that && sha256.equals(that.sha256));
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }
}
