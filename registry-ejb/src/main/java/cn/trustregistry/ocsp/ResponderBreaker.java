package cn.trustregistry.ocsp;

import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a responder alone that keeps failing: after so many failures in a row nobody asks it for a
 * while, then one does, and its answer decides. Of each company's responder there is one, so that
 * no company suffers from another's; that is what the annotation of MicroProfile Fault Tolerance
 * cannot do, whose state belongs to a method.
 */
final class ResponderBreaker {
  private final int failuresAllowed;
  private final Duration pause;
  private int failures;
  private Instant closedUntil = Instant.MIN;

  /**
   * @param failuresAllowed in a row, before the pause
   */
  ResponderBreaker(int failuresAllowed, Duration pause) {
    this.failuresAllowed = failuresAllowed;
    this.pause = pause;
  }

  /** Whether the responder may be asked; after a pause only the first to come is told so. */
  synchronized boolean lets(Instant at) {
    if (failures < failuresAllowed) {
      return true;
    }
    if (at.isBefore(closedUntil)) {
      return false;
    }
    closedUntil = at.plus(pause);
    return true;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  synchronized void failed(Instant at) {
    failures++;
    closedUntil = at.plus(pause);
  }
}
