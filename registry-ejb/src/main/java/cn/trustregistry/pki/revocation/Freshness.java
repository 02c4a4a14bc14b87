package cn.trustregistry.pki.revocation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long evidence of not being revoked counts: RFC 5280 5.1.2.5, RFC 6960 4.2.2.1, and the
 * tenant's policy.
 */
final class Freshness {
  private Freshness() {}

  /**
   * Whether evidence covers {@code moment}: it was issued at or after it, or is not yet due for
   * replacement.
   *
   * @param nextUpdate when newer evidence is due; null leaves it to {@code maxAge}
   */
  static boolean covers(
      Instant thisUpdate,
      @Nullable Instant nextUpdate,
      @Nullable Duration maxAge,
      RevocationPolicy policy,
      Instant moment) {
    if (!thisUpdate.isBefore(moment)) {
      return true;
    }
    if (nextUpdate == null && maxAge == null) {
      return false;
    }
    boolean due = nextUpdate != null && moment.isAfter(nextUpdate.plus(policy.grace()));
    boolean old = maxAge != null && moment.isAfter(thisUpdate.plus(maxAge));
    return !due && !old;
  }
}
