package cn.trustregistry.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PasswordDigestTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  private static PasswordDigest digest(String created, String value) {
    byte[] nonce = Base64.getDecoder().decode("d36e316282959a9ed4c89851497a717f".getBytes(UTF_8));
    return new PasswordDigest(
        "centre-450100", nonce, created, Base64.getDecoder().decode(value.getBytes(UTF_8)));
  }

  /**
   * Base64 of SHA-1 over nonce, created and password, calculated with {@code openssl dgst -sha1}.
   */
  @Test
  void digest_is_over_nonce_created_and_password() {
    PasswordDigest digest = digest("2003-12-15T14:43:07Z", VALUE);
    assertThat(digest.isOf("taadtaadpstcsm".getBytes(UTF_8))).isTrue();
    assertThat(digest.isOf("taadtaadpstcsn".getBytes(UTF_8))).isFalse();
    assertThat(digest("2003-12-15T14:43:08Z", VALUE).isOf("taadtaadpstcsm".getBytes(UTF_8)))
        .isFalse();
  }

  private static final String VALUE = "0WSAldY9ogqqVyQo7ubbZxxFU/s=";

  @Test
  void digest_counts_for_five_minutes_and_may_be_a_minute_ahead() {
    assertThat(digest("2026-11-24T00:00:00Z", "AA==").isFresh(NOW)).isTrue();
    assertThat(digest("2026-11-24T08:00:59+08:00", "AA==").isFresh(NOW)).isTrue();
    assertThat(digest("2026-11-23T23:55:01Z", "AA==").isFresh(NOW)).isTrue();
    assertThat(digest("2026-11-23T23:55:00Z", "AA==").isFresh(NOW)).isFalse();
    assertThat(digest("2026-11-24T00:01:00Z", "AA==").isFresh(NOW)).isFalse();
  }

  @Test
  void time_that_cannot_be_read_is_not_fresh() {
    for (String created : new String[] {"", "now", "2026-11-24", "2026-11-24T00:00:00"}) {
      assertThat(digest(created, "AA==").isFresh(NOW)).isFalse();
    }
  }

  @Test
  void digest_does_not_show_its_value() {
    assertThat(digest("2026-11-24T00:00:00Z", VALUE).toString())
        .isEqualTo("PasswordDigest[centre-450100, 2026-11-24T00:00:00Z]");
  }
}
