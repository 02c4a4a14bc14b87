package cn.trustregistry.publication;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.publication.CrlFreshness.State;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrlFreshnessTest {
  private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-27T00:00:00Z");

  private static @Nullable State at(@Nullable Instant end, Instant at) {
    CrlSummary crl = new CrlSummary(1, "", "", "", BigInteger.ONE, null, FROM, end, 0, FROM, null);
    return CrlFreshness.of("", crl, at).state();
  }

  @Test
  void list_is_ending_on_its_last_day_and_expired_from_its_next_update_on() {
    assertThat(at(TO, TO.minus(Duration.ofDays(1)).minusSeconds(1))).isEqualTo(State.FRESH);
    assertThat(at(TO, TO.minus(Duration.ofDays(1)))).isEqualTo(State.ENDING);
    assertThat(at(TO, TO.minusSeconds(1))).isEqualTo(State.ENDING);
    assertThat(at(TO, TO)).isEqualTo(State.EXPIRED);
  }

  @Test
  void list_of_four_hours_is_ending_in_its_last_hour() {
    Instant end = FROM.plus(Duration.ofHours(4));
    assertThat(at(end, end.minus(Duration.ofMinutes(61)))).isEqualTo(State.FRESH);
    assertThat(at(end, end.minus(Duration.ofMinutes(60)))).isEqualTo(State.ENDING);
  }

  @Test
  void issuer_without_a_list_is_missing_one() {
    assertThat(CrlFreshness.of("", null, FROM).state()).isEqualTo(State.MISSING);
  }
}
