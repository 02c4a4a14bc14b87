package cn.trustregistry.web.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where the doors read the time, as exactly as the database keeps it. */
public final class Clock {
  private Clock() {}

  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
