package cn.trustregistry.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.operator.ContentSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeyPairTest {
  private static final byte[] CONTENT = "content".getBytes(UTF_8);

  private static byte[] sign(SigningKeyPair keys) throws IOException {
    ContentSigner signer = keys.signer();
    signer.getOutputStream().write(CONTENT);
    return signer.getSignature();
  }

  private static boolean isGood(
      SigningAlgorithm algorithm, SubjectPublicKeyInfo key, byte[] signature) throws IOException {
    Signer verifier = algorithm.signer();
    verifier.init(false, PublicKeyFactory.createKey(key));
    verifier.update(CONTENT, 0, CONTENT.length);
    return verifier.verifySignature(signature);
  }

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void signatures_of_a_new_key_and_of_its_stored_form_are_good_for_bouncy_castle(
      SigningAlgorithm algorithm) throws IOException {
    SigningKeyPair made = SigningKeyPair.generate(algorithm);
    SigningKeyPair stored = SigningKeyPair.parse(algorithm, made.pkcs8());
    assertThat(isGood(algorithm, made.info(), sign(made))).isTrue();
    assertThat(isGood(algorithm, made.info(), sign(stored))).isTrue();
    assertThat(isGood(algorithm, SigningKeyPair.generate(algorithm).info(), sign(made))).isFalse();
  }

  @Test
  void native_code_that_signs_wrongly_is_not_used() throws IOException {
    SigningKeyPair keys = SigningKeyPair.generate(SigningAlgorithm.P256);
    SigningKeyPair others = SigningKeyPair.generate(SigningAlgorithm.P256);
    ECPublicKeyParameters other = (ECPublicKeyParameters) PublicKeyFactory.createKey(others.info());
    assertThat(NativeSigner.of(keys.pkcs8(), other)).isEmpty();
    assertThat(NativeSigner.of(new byte[] {0x30, 0x00}, other)).isEmpty();
  }
}
