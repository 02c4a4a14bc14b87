package cn.trustregistry.web.console;

import cn.trustregistry.validation.VerdictFigures.Count;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Verdicts a minute over an hour, as bars of a drawing of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param top how many verdicts the highest line stands for
 */
public record Chart(List<Bar> bars, long top) {
  public static final int WIDTH = 720;
  public static final int HEIGHT = 150;

  private static final int MINUTES = 60;
  private static final List<String> VERDICTS = List.of("VALID", "INDETERMINATE", "INVALID");

  /** One verdict's part of one minute's bar. */
  public record Bar(String x, String y, String height, String verdict) {}

  static Chart of(List<Count> counts, Instant now) {
    Instant first = now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(MINUTES - 1));
    long[][] many = new long[MINUTES][VERDICTS.size()];
    for (Count count : counts) {
      long minute = Duration.between(first, count.minute()).toMinutes();
      int verdict = VERDICTS.indexOf(count.verdict());
      if (minute >= 0 && minute < MINUTES && verdict >= 0) {
        many[(int) minute][verdict] += count.many();
      }
    }
    long top = top(many);
    List<Bar> bars = new ArrayList<>();
    for (int minute = 0; minute < MINUTES; minute++) {
      stack(bars, minute, many[minute], top);
    }
    return new Chart(bars, top);
  }

  private static void stack(List<Bar> bars, int minute, long[] many, long top) {
    double bottom = HEIGHT;
    for (int verdict = 0; verdict < many.length; verdict++) {
      if (many[verdict] > 0) {
        double height = Math.max(1.0, (double) HEIGHT * many[verdict] / top);
        bottom -= height;
        bars.add(
            new Bar(
                text(minute * (double) WIDTH / MINUTES + 1),
                text(bottom),
                text(height),
                VERDICTS.get(verdict)));
      }
    }
  }

  /** The next round number: 1, 2 or 5 times a power of ten. */
  private static long top(long[][] many) {
    long highest = 1;
    for (long[] minute : many) {
      long sum = 0;
      for (long verdict : minute) {
        sum += verdict;
      }
      highest = Math.max(highest, sum);
    }
    long power = 1;
    while (power * 10 <= highest) {
      power *= 10;
    }
    for (long times : new long[] {1, 2, 5, 10}) {
      if (power * times >= highest) {
        return power * times;
      }
    }
    return highest;
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
