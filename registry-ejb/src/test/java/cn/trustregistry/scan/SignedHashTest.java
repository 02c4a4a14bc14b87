package cn.trustregistry.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.scan.SigningRefused.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignedHashTest {
  private static final byte[] HASH = new byte[32];

  @ParameterizedTest
  @EnumSource(
      value = TestKey.Kind.class,
      names = {"RSA", "P256", "SM2"})
  void signature_of_the_certificates_key_over_the_hash_holds(TestKey.Kind kind) {
    TestKey key = TestKey.of(kind, "holder");
    byte[] signature = key.sign(HASH);
    assertThatCode(() -> SignedHash.verify(certificate(key).publicKey(), HASH, signature))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(
      value = TestKey.Kind.class,
      names = {"RSA", "P256", "SM2"})
  void signature_over_another_hash_or_of_another_key_does_not(TestKey.Kind kind) {
    TestKey key = TestKey.of(kind, "holder");
    byte[] otherHash = HASH.clone();
    otherHash[31] = 1;
    refuses(key, key.sign(otherHash), Reason.SIGNATURE_BAD);
    refuses(key, key.another("somebody else").sign(HASH), Reason.SIGNATURE_BAD);
  }

  @Test
  void broken_signature_is_a_bad_one_and_no_failure() {
    TestKey key = TestKey.of(TestKey.Kind.SM2, "holder");
    byte[] good = key.sign(HASH);
    refuses(key, new byte[0], Reason.SIGNATURE_BAD);
    refuses(key, Arrays.copyOf(good, good.length - 1), Reason.SIGNATURE_BAD);
    refuses(key, new byte[2_000], Reason.SIGNATURE_BAD);
  }

  @ParameterizedTest
  @EnumSource(
      value = TestKey.Kind.class,
      names = {"RSA_1024", "ED25519"})
  void other_kinds_of_keys_are_refused_whatever_they_signed(TestKey.Kind kind) {
    TestKey key = TestKey.of(kind, "holder");
    refuses(key, key.sign(HASH), Reason.KEY_UNSUPPORTED);
  }

  private static void refuses(TestKey key, byte[] signature, Reason reason) {
    assertThatThrownBy(() -> SignedHash.verify(certificate(key).publicKey(), HASH, signature))
        .isInstanceOfSatisfying(
            SigningRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static Certificate certificate(TestKey key) {
    return TestPki.root("CN=Root", TestKey.Kind.P256)
        .issue("CN=Holder", spec -> spec.key(key))
        .certificate();
  }
}
