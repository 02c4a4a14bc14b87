package cn.trustregistry.publication;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh an issuer's newest complete list is.
 *
 * @param issuer SHA-256 of its certificate
 * @param crl that list, or null if there never was one
 */
public record CrlFreshness(String issuer, State state, @Nullable CrlSummary crl) {
  /** From good to bad. */
  public enum State {
    FRESH,
    /** The last quarter of its time has begun, or the last day if that is later. */
    ENDING,
    /** Its next update is overdue: verdicts that need it are INDETERMINATE. */
    EXPIRED,
    MISSING
  }

  static CrlFreshness of(String issuer, @Nullable CrlSummary crl, Instant at) {
    return new CrlFreshness(issuer, state(crl, at), crl);
  }

  private static State state(@Nullable CrlSummary crl, Instant at) {
    if (crl == null) {
      return State.MISSING;
    }
    Instant end = crl.nextUpdate();
    if (end == null) {
      return State.FRESH;
    }
    if (!end.isAfter(at)) {
      return State.EXPIRED;
    }
    Duration quarter = Duration.between(crl.thisUpdate(), end).dividedBy(4);
    Duration day = Duration.ofDays(1);
    return at.isBefore(end.minus(quarter.compareTo(day) < 0 ? quarter : day))
        ? State.FRESH
        : State.ENDING;
  }
}
