package cn.trustregistry.web.limits;

import java.time.Duration;
import java.time.Instant;

/**
 * So many requests in each span of time.
 *
 * @param name as the header fields name it
 * @param quota requests in one span; what is over it is turned away
 */
record Window(String name, long quota, Duration span) {
  /** Requests counted in the span that began at {@code begun}. */
  record Count(Instant begun, long requests) {}

  /** The count with so many more requests at {@code at}, in a new span if the last one is over. */
  Count next(Count count, Instant at, int more) {
    return count.begun().plus(span).isAfter(at)
        ? new Count(count.begun(), count.requests() + more)
        : new Count(at, more);
  }

  boolean allows(Count count) {
    return count.requests() <= quota;
  }

  long remaining(Count count) {
    return Math.max(0, quota - count.requests());
  }

  /** Until the span is over, in whole seconds, one at least. */
  long secondsLeft(Count count, Instant at) {
    long millis = Duration.between(at, count.begun().plus(span)).toMillis();
    return Math.max(1, (millis + 999) / 1000);
  }

  String policy() {
    return "\"" + name + "\";q=" + quota + ";w=" + span.toSeconds();
  }

  String state(Count count, Instant at) {
    return "\"" + name + "\";r=" + remaining(count) + ";t=" + secondsLeft(count, at);
  }
}
