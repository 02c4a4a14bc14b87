package cn.trustregistry.signing;

import cn.trustregistry.pki.FastSignatures;
import cn.trustregistry.pki.PublicKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * ECDSA on P-256 in native code, ten times as fast as Bouncy Castle; only where a first signature
 * is good in Bouncy Castle's eyes.
 */
final class NativeSigner {
  private static final String ALGORITHM = "SHA256withECDSA";
  private static final byte[] MESSAGE = "a first signature".getBytes(StandardCharsets.US_ASCII);

  private final Provider provider;
  private final PrivateKey key;

  private NativeSigner(Provider provider, PrivateKey key) {
    this.provider = provider;
    this.key = key;
  }

  static Optional<NativeSigner> of(byte[] pkcs8, ECPublicKeyParameters publicKey) {
    return FastSignatures.provider(PublicKey.EC)
        .flatMap(provider -> of(provider, pkcs8))
        .filter(signer -> signer.isRight(publicKey));
  }

  private static Optional<NativeSigner> of(Provider provider, byte[] pkcs8) {
    try {
      KeyFactory factory = KeyFactory.getInstance("EC", provider);
      return Optional.of(
          new NativeSigner(provider, factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8))));
    } catch (GeneralSecurityException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private boolean isRight(ECPublicKeyParameters publicKey) {
    try {
      Signer verifier = SigningAlgorithm.P256.signer();
      verifier.init(false, publicKey);
      verifier.update(MESSAGE, 0, MESSAGE.length);
      return verifier.verifySignature(sign(MESSAGE));
    } catch (RuntimeException e) {
      return false;
    }
  }

  byte[] sign(byte[] octets) {
    try {
      Signature signing = Signature.getInstance(ALGORITHM, provider);
      signing.initSign(key);
      signing.update(octets);
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signing key does not sign", e);
    }
  }
}
