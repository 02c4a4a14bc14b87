package cn.trustregistry.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ResponderBreakerTest {
  private static final Instant T = Instant.parse("2026-11-24T00:00:00Z");
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final ResponderBreaker breaker = new ResponderBreaker(3, PAUSE);

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed(T);
    }
  }

  @Test
  void responder_is_asked_until_it_failed_so_many_times_in_a_row() {
    fail(2);
    assertThat(breaker.lets(T)).isTrue();
    fail(1);
    assertThat(breaker.lets(T)).isFalse();
  }

  @Test
  void answer_in_between_starts_the_count_again() {
    fail(2);
    breaker.succeeded();
    fail(2);
    assertThat(breaker.lets(T)).isTrue();
  }

  @Test
  void after_the_pause_one_alone_tries_and_its_failure_begins_another_pause() {
    fail(3);
    Instant over = T.plus(PAUSE);
    assertThat(breaker.lets(over.minusNanos(1))).isFalse();
    assertThat(breaker.lets(over)).isTrue();
    assertThat(breaker.lets(over)).isFalse();
    breaker.failed(over);
    assertThat(breaker.lets(over.plus(PAUSE).minusNanos(1))).isFalse();
  }

  @Test
  void after_the_pause_an_answer_lets_everybody_ask_again() {
    fail(3);
    Instant over = T.plus(PAUSE);
    assertThat(breaker.lets(over)).isTrue();
    breaker.succeeded();
    assertThat(breaker.lets(over)).isTrue();
    assertThat(breaker.lets(over)).isTrue();
  }
}
