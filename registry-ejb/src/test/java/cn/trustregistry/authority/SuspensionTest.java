package cn.trustregistry.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuspensionTest {
  private static final Instant BEFORE = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant SINCE = Instant.parse("2026-11-10T00:00:00Z");
  private static final Instant WITHIN = Instant.parse("2026-11-15T00:00:00Z");
  private static final Instant ENDED = Instant.parse("2026-11-20T00:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-11-25T00:00:00Z");

  @Test
  void covers_from_its_beginning_up_to_its_end() {
    Suspension suspension = suspension(ENDED);
    assertThat(suspension.covers(BEFORE, AFTER)).isFalse();
    assertThat(suspension.covers(SINCE, AFTER)).isTrue();
    assertThat(suspension.covers(WITHIN, AFTER)).isTrue();
    assertThat(suspension.covers(ENDED, AFTER)).isFalse();
  }

  @Test
  void open_suspension_goes_on() {
    assertThat(suspension(null).covers(AFTER, AFTER)).isTrue();
  }

  @Test
  void what_was_not_known_yet_does_not_count() {
    Suspension suspension = suspension(ENDED);
    assertThat(suspension.covers(WITHIN, BEFORE)).as("it was not known yet").isFalse();
    assertThat(suspension.covers(AFTER, WITHIN)).as("its end was not known yet").isTrue();
  }

  private static Suspension suspension(@Nullable Instant ended) {
    return new Suspension(1, "gxca", SINCE, "one", "why", ended, ended == null ? null : "other");
  }
}
