package cn.trustregistry.authority;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a company's recognition is suspended.
 *
 * @param since it was suspended at this moment, and known to be from then on
 * @param endedAt it was resumed at this moment; null while it is suspended
 */
public record Suspension(
    long id,
    String tenant,
    Instant since,
    String suspendedBy,
    String reason,
    @Nullable Instant endedAt,
    @Nullable String endedBy) {

  /** Whether {@code at} lies in it, by what was known at {@code knownAt}. */
  public boolean covers(Instant at, Instant knownAt) {
    boolean begun = !since.isAfter(at) && !since.isAfter(knownAt);
    boolean over = endedAt != null && !endedAt.isAfter(at) && !endedAt.isAfter(knownAt);
    return begun && !over;
  }
}
