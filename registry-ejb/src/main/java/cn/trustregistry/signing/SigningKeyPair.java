package cn.trustregistry.signing;

import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.PublicKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.operator.ContentSigner;

/** A key pair that signs. Says nothing of its private half in {@link #toString}. */
public final class SigningKeyPair {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SigningAlgorithm algorithm;
  private final AsymmetricKeyParameter privateKey;
  private final PublicKey publicKey;
  private final Optional<NativeSigner> nativeSigner;

  private SigningKeyPair(SigningAlgorithm algorithm, ECPrivateKeyParameters privateKey) {
    this.algorithm = algorithm;
    this.privateKey = privateKey;
    ECPublicKeyParameters point =
        new ECPublicKeyParameters(
            new FixedPointCombMultiplier()
                .multiply(privateKey.getParameters().getG(), privateKey.getD()),
            privateKey.getParameters());
    try {
      this.publicKey =
          PublicKey.parse(
              SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(point).getEncoded("DER"));
    } catch (IOException | MalformedObjectException e) {
      throw new IllegalStateException("a key just made does not parse", e);
    }
    this.nativeSigner =
        algorithm == SigningAlgorithm.P256 ? NativeSigner.of(pkcs8(), point) : Optional.empty();
  }

  static SigningKeyPair generate(SigningAlgorithm algorithm) {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(ECNamedDomainParameters.lookup(algorithm.curve()), RANDOM));
    return new SigningKeyPair(
        algorithm, (ECPrivateKeyParameters) generator.generateKeyPair().getPrivate());
  }

  static SigningKeyPair parse(SigningAlgorithm algorithm, byte[] pkcs8) {
    try {
      return new SigningKeyPair(
          algorithm, (ECPrivateKeyParameters) PrivateKeyFactory.createKey(pkcs8));
    } catch (IOException e) {
      throw new IllegalStateException("a stored signing key no longer parses", e);
    }
  }

  /** The private half in PKCS#8, for what signs with the Java platform. */
  public byte[] pkcs8() {
    try {
      return PrivateKeyInfoFactory.createPrivateKeyInfo(privateKey).getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("a signing key cannot be written", e);
    }
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  public SubjectPublicKeyInfo info() {
    return publicKey.info();
  }

  /** As the builders of Bouncy Castle take it; for one signature. */
  public ContentSigner signer() {
    ByteArrayOutputStream content = new ByteArrayOutputStream(512);
    return new ContentSigner() {
      @Override
      public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm.signature();
      }

      @Override
      public OutputStream getOutputStream() {
        return content;
      }

      @Override
      public byte[] getSignature() {
        return sign(content.toByteArray());
      }
    };
  }

  private byte[] sign(byte[] octets) {
    return nativeSigner.map(signer -> signer.sign(octets)).orElseGet(() -> signPlainly(octets));
  }

  private byte[] signPlainly(byte[] octets) {
    Signer signer = algorithm.signer();
    signer.init(true, privateKey);
    signer.update(octets, 0, octets.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("a signing key does not sign", e);
    }
  }

  @Override
  public String toString() {
    return algorithm + " key " + publicKey.sha256();
  }
}
