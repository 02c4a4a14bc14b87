package cn.trustregistry.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsageTest {
  private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");

  private static Usage usage(long minute, long day) {
    return new Usage(
        new Window("minute", minute, Duration.ofMinutes(1)),
        new Window("day", day, Duration.ofDays(1)));
  }

  @Test
  void request_over_the_quota_of_a_minute_waits_for_the_next_one() {
    Usage usage = usage(2, 100);
    assertThat(usage.count(AT).retryAfter()).isEmpty();
    assertThat(usage.count(AT.plusSeconds(10)).retryAfter()).isEmpty();
    assertThat(usage.count(AT.plusSeconds(20)).retryAfter()).contains(Duration.ofSeconds(40));
    assertThat(usage.count(AT.plusSeconds(60)).retryAfter()).isEmpty();
  }

  @Test
  void request_over_the_quota_of_a_day_waits_for_the_next_day() {
    Usage usage = usage(100, 1);
    assertThat(usage.count(AT).state()).isEqualTo("\"day\";r=0;t=86400");
    assertThat(usage.count(AT.plusSeconds(3600)).retryAfter()).contains(Duration.ofHours(23));
  }

  @Test
  void header_fields_name_both_policies_and_what_is_left_of_the_tighter() {
    Usage.Standing standing = usage(2, 100).count(AT);
    assertThat(standing.policies()).isEqualTo("\"minute\";q=2;w=60, \"day\";q=100;w=86400");
    assertThat(standing.state()).isEqualTo("\"minute\";r=1;t=60");
  }

  @Test
  void changed_quota_counts_at_once_and_what_was_asked_stays_asked() {
    Usage usage = usage(10, 100);
    usage.count(AT, 5);
    usage.limit(
        new Window("minute", 4, Duration.ofMinutes(1)), new Window("day", 100, Duration.ofDays(1)));
    assertThat(usage.inBurst(AT)).isEqualTo(5);
    assertThat(usage.count(AT.plusSeconds(1)).retryAfter()).contains(Duration.ofSeconds(59));
    assertThat(usage.inBurst(AT.plusSeconds(60))).isZero();
    assertThat(usage.inQuota(AT.plusSeconds(60))).isEqualTo(6);
  }
}
