package cn.trustregistry.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {
  /** Of RFC 6238 appendix B, whose codes have eight digits: ours are their last six. */
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  @Test
  void codes_are_those_of_the_standard() {
    assertThat(code(59)).isEqualTo("287082");
    assertThat(code(1_111_111_109)).isEqualTo("081804");
    assertThat(code(1_234_567_890)).isEqualTo("005924");
    assertThat(code(20_000_000_000L)).isEqualTo("353130");
  }

  @Test
  void code_of_the_step_before_and_after_fits_and_older_ones_do_not() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    assertThat(Totp.match(SECRET, Totp.code(SECRET, now.minusSeconds(30)), 0, now)).isPresent();
    assertThat(Totp.match(SECRET, Totp.code(SECRET, now.plusSeconds(30)), 0, now)).isPresent();
    assertThat(Totp.match(SECRET, Totp.code(SECRET, now.minusSeconds(90)), 0, now)).isEmpty();
  }

  @Test
  void used_code_is_spent_with_those_before_it() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = Totp.match(SECRET, code(1_234_567_890), 0, now).orElseThrow();
    assertThat(Totp.match(SECRET, code(1_234_567_890), step, now)).isEmpty();
    assertThat(Totp.match(SECRET, code(1_234_567_860), step, now)).isEmpty();
  }

  @Test
  void key_is_written_in_base_32() {
    assertThat(Totp.base32("foobar".getBytes(US_ASCII))).isEqualTo("MZXW6YTBOI");
    assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }

  private static String code(long second) {
    return Totp.code(SECRET, Instant.ofEpochSecond(second));
  }
}
