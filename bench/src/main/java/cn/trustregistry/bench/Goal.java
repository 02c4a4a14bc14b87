package cn.trustregistry.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish for the ratio of two figures of one run, or for one figure where {@code divisor} is null.
 *
 * @param allocation whether it is about octets allocated and not about the median
 * @param atMost whether {@code limit} is the highest good value; else it is the lowest
 */
record Goal(
    String figure, @Nullable String divisor, boolean allocation, boolean atMost, double limit) {
  static Goal atMost(String figure, @Nullable String divisor, double limit) {
    return new Goal(figure, divisor, false, true, limit);
  }

  static Goal atLeast(String figure, @Nullable String divisor, double limit) {
    return new Goal(figure, divisor, false, false, limit);
  }

  static Goal allocatesAtMost(String figure, double octets) {
    return new Goal(figure, null, true, true, octets);
  }

  /** What was reached, or null if a figure was not measured in this run. */
  @Nullable Double reached(Map<String, Figure> figures) {
    Figure one = figures.get(figure);
    Figure other = divisor == null ? null : figures.get(divisor);
    if (one == null || (divisor != null && other == null)) {
      return null;
    }
    if (allocation) {
      return one.allocated();
    }
    return other == null ? one.median() : one.median() / other.median();
  }

  boolean isMetBy(double reached) {
    return atMost ? reached <= limit : reached >= limit;
  }

  String text() {
    String subject = allocation ? "octets allocated by " + figure : figure;
    return subject
        + (divisor == null ? "" : " / " + divisor)
        + (atMost ? " <= " : " >= ")
        + Report.number(limit);
  }
}
