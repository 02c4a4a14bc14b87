package cn.trustregistry.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FastSignaturesTest {
  private static final byte[] OCTETS = "octets".getBytes(StandardCharsets.UTF_8);

  private static SignatureOutcome verify(TestKey key, byte[] octets, byte[] signature) {
    SignatureAlgorithm algorithm = algorithm(key);
    return SignatureVerifier.verifyOnce(key.publicKey(), algorithm, octets, signature);
  }

  private static SignatureAlgorithm algorithm(TestKey key) {
    try {
      return SignatureAlgorithm.read(
          DerReader.over(key.algorithm().getEncoded("DER"), "algorithm"), "algorithm");
    } catch (IOException | MalformedObjectException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void every_kind_of_signature_names_the_library_that_verifies_it() {
    assertThat(FastSignatures.chosen()).containsOnlyKeys("RSA", "ECDSA", "Ed25519", "SM2");
    assertThat(FastSignatures.chosen().values())
        .isSubsetOf("AmazonCorrettoCryptoProvider", "BouncyCastle");
    assertThat(FastSignatures.chosen()).containsEntry("SM2", "BouncyCastle");
  }

  @Test
  void native_code_is_chosen_where_it_can_be_loaded() {
    boolean suited =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64");
    String expected = suited ? "AmazonCorrettoCryptoProvider" : "BouncyCastle";
    assertThat(FastSignatures.chosen())
        .containsEntry("RSA", expected)
        .containsEntry("ECDSA", expected)
        .containsEntry("Ed25519", expected);
  }

  @ParameterizedTest
  @EnumSource
  void good_signature_is_good_and_no_other_is(TestKey.Kind kind) {
    TestKey key = TestKey.of(kind, "fast");
    byte[] signature = key.sign(OCTETS);
    assertThat(verify(key, OCTETS, signature)).isEqualTo(SignatureOutcome.GOOD);
    assertThat(verify(key, new byte[6], signature)).isEqualTo(SignatureOutcome.BAD);
    assertThat(verify(key.another("other"), OCTETS, signature)).isEqualTo(SignatureOutcome.BAD);
    assertThat(verify(key, OCTETS, new byte[0])).isEqualTo(SignatureOutcome.BAD);
    byte[] longer = Arrays.copyOf(signature, signature.length + 1);
    assertThat(verify(key, OCTETS, longer)).isEqualTo(SignatureOutcome.BAD);
  }
}
