package cn.trustregistry.pki;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;

/** A key pair for tests: the same kind and label always give the same pair. */
public final class TestKey {
  /** Kinds of keys with the signature algorithm that goes with them. */
  public enum Kind {
    RSA("1.2.840.113549.1.1.11"),
    RSA_1024("1.2.840.113549.1.1.11"),
    RSA_SHA1("1.2.840.113549.1.1.5"),
    P256("1.2.840.10045.4.3.2"),
    SM2("1.2.156.10197.1.501"),
    ED25519("1.3.101.112");

    private final String signatureAlgorithm;

    Kind(String signatureAlgorithm) {
      this.signatureAlgorithm = signatureAlgorithm;
    }
  }

  private static final Map<String, TestKey> MADE = new ConcurrentHashMap<>();

  private final Kind kind;
  private final String label;
  private final AsymmetricCipherKeyPair pair;

  private TestKey(Kind kind, String label) {
    this.kind = kind;
    this.label = label;
    this.pair = generate(kind, random(kind + label));
  }

  public static TestKey of(Kind kind, String label) {
    return MADE.computeIfAbsent(kind + " " + label, key -> new TestKey(kind, label));
  }

  /** Another pair of the same kind. */
  public TestKey another(String otherLabel) {
    return of(kind, otherLabel);
  }

  public SubjectPublicKeyInfo info() {
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public PublicKey publicKey() {
    try {
      return PublicKey.parse(info().getEncoded("DER"));
    } catch (IOException | MalformedObjectException e) {
      throw new IllegalStateException(e);
    }
  }

  public AlgorithmIdentifier algorithm() {
    ASN1ObjectIdentifier oid = new ASN1ObjectIdentifier(kind.signatureAlgorithm);
    return kind.name().startsWith("RSA")
        ? new AlgorithmIdentifier(oid, DERNull.INSTANCE)
        : new AlgorithmIdentifier(oid);
  }

  public byte[] sign(byte[] octets) {
    try {
      Signer signer = signer();
      signer.update(octets, 0, octets.length);
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A signer as Bouncy Castle's builders take it. */
  public ContentSigner contentSigner() {
    Signer signer = signer();
    return new ContentSigner() {
      @Override
      public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm();
      }

      @Override
      public OutputStream getOutputStream() {
        return new OutputStream() {
          @Override
          public void write(int octet) {
            signer.update((byte) octet);
          }
        };
      }

      @Override
      public byte[] getSignature() {
        try {
          return signer.generateSignature();
        } catch (CryptoException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private Signer signer() {
    Signer signer =
        switch (kind) {
          case RSA, RSA_1024 -> new RSADigestSigner(new SHA256Digest());
          case RSA_SHA1 -> new RSADigestSigner(new SHA1Digest());
          case P256 ->
              new DSADigestSigner(
                  new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest())), new SHA256Digest());
          case SM2 -> new SM2Signer();
          case ED25519 -> new Ed25519Signer();
        };
    signer.init(
        true,
        kind == Kind.SM2
            ? new ParametersWithRandom(pair.getPrivate(), random("k" + label))
            : pair.getPrivate());
    return signer;
  }

  private static AsymmetricCipherKeyPair generate(Kind kind, SecureRandom random) {
    return switch (kind) {
      case RSA, RSA_SHA1 -> rsa(2048, random);
      case RSA_1024 -> rsa(1024, random);
      case P256 -> ec("1.2.840.10045.3.1.7", random);
      case SM2 -> ec("1.2.156.10197.1.301", random);
      case ED25519 -> {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(random));
        yield generator.generateKeyPair();
      }
    };
  }

  private static AsymmetricCipherKeyPair rsa(int bits, SecureRandom random) {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65537), random, bits, 64));
    return generator.generateKeyPair();
  }

  private static AsymmetricCipherKeyPair ec(String curve, SecureRandom random) {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            ECNamedDomainParameters.lookup(new ASN1ObjectIdentifier(curve)), random));
    return generator.generateKeyPair();
  }

  /** SHA-256 in counter mode over the seed: predictable, and so for tests only. */
  private static SecureRandom random(String seed) {
    return new SecureRandom() {
      private static final long serialVersionUID = 1L;
      private int counter;

      @Override
      public void nextBytes(byte[] bytes) {
        for (int done = 0; done < bytes.length; done += 32) {
          byte[] block = sha256(seed + "/" + counter++);
          System.arraycopy(block, 0, bytes, done, Math.min(32, bytes.length - done));
        }
      }
    };
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
