package cn.trustregistry.application;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** The right to one application, for a while; only this room hands it out. */
public final class Pass implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final long application;
  private final Instant until;

  Pass(long application, Instant at) {
    this.application = application;
    this.until = at.plus(LIFE);
  }

  /**
   * The application it opens.
   *
   * @throws ApplicationRefused if its time is over
   */
  long applicationAt(Instant at) {
    if (!isGoodAt(at)) {
      throw new ApplicationRefused(
          ApplicationRefused.Kind.NOT_PERMITTED, "The time to look at it is over.");
    }
    return application;
  }

  public boolean isGoodAt(Instant at) {
    return at.isBefore(until);
  }
}
