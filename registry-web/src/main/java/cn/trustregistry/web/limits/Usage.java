package cn.trustregistry.web.limits;

import cn.trustregistry.web.limits.Window.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What one tenant has used up. */
final class Usage {
  /** The limits after a request was counted. */
  record Standing(String policies, String state, Optional<Duration> retryAfter) {}

  private Window burst;
  private Window quota;
  private Count burstCount = new Count(Instant.EPOCH, 0);
  private Count quotaCount = new Count(Instant.EPOCH, 0);

  Usage(Window burst, Window quota) {
    this.burst = burst;
    this.quota = quota;
  }

  /** What counts from now on; what was counted stays. */
  synchronized void limit(Window newBurst, Window newQuota) {
    burst = newBurst;
    quota = newQuota;
  }

  /** Requests in the running span of the burst. */
  synchronized long inBurst(Instant at) {
    return burst.next(burstCount, at, 0).requests();
  }

  /** Requests in the running span of the quota. */
  synchronized long inQuota(Instant at) {
    return quota.next(quotaCount, at, 0).requests();
  }

  /** Counts a request; one that is turned away counts too. */
  Standing count(Instant at) {
    return count(at, 1);
  }

  /** Counts a request that asks for as much as {@code weight} requests. */
  synchronized Standing count(Instant at, int weight) {
    burstCount = burst.next(burstCount, at, weight);
    quotaCount = quota.next(quotaCount, at, weight);
    boolean quotaIsTighter = quota.remaining(quotaCount) < burst.remaining(burstCount);
    Window tighter = quotaIsTighter ? quota : burst;
    Count count = quotaIsTighter ? quotaCount : burstCount;
    return new Standing(
        burst.policy() + ", " + quota.policy(), tighter.state(count, at), retryAfter(at));
  }

  private Optional<Duration> retryAfter(Instant at) {
    if (!quota.allows(quotaCount)) {
      return Optional.of(Duration.ofSeconds(quota.secondsLeft(quotaCount, at)));
    }
    return burst.allows(burstCount)
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(burst.secondsLeft(burstCount, at)));
  }
}
