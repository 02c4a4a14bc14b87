package cn.trustregistry.demo;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes and uses the keys of the demonstration: RSA 2048 and SM2. */
enum DemoKeys {
  RSA("SHA256WITHRSA"),
  SM2("SM3WITHSM2");

  static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private final String signature;

  DemoKeys(String signature) {
    this.signature = signature;
  }

  KeyPair generate() {
    try {
      if (this == RSA) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
      }
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
      generator.initialize(new ECGenParameterSpec("sm2p256v1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a " + this + " key", e);
    }
  }

  ContentSigner signer(KeyPair keys) {
    try {
      return new JcaContentSignerBuilder(signature).setProvider(PROVIDER).build(keys.getPrivate());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("cannot sign with a " + this + " key", e);
    }
  }
}
