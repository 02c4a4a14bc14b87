package cn.trustregistry.centre;

/**
 * How many questions a centre may ask.
 *
 * @param minute in a minute
 * @param day in a day
 */
public record Quota(long minute, long day) {
  /** The most that can be given. */
  public static final long MOST = 1_000_000_000L;

  /** Whether it can be given: something in a minute, and a day not less than a minute. */
  public boolean isFit() {
    return minute >= 1 && day >= minute && day <= MOST;
  }
}
