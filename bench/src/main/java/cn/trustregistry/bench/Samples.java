package cn.trustregistry.bench;

import cn.trustregistry.bench.load.Load;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers samples by name of figure, in the order in which the names first came, and why others
 * have none.
 */
final class Samples {
  private record Series(String unit, List<Double> values) {}

  /** Of a reason, in characters. */
  private static final int MESSAGE = 300;

  private final Map<String, Series> gathered = new LinkedHashMap<>();
  private final Map<String, String> missing = new LinkedHashMap<>();

  void add(String name, String unit, double value) {
    gathered.computeIfAbsent(name, n -> new Series(unit, new ArrayList<>())).values().add(value);
  }

  /**
   * Adds the rate, the times of a request, and what the load itself cost.
   *
   * @param answers in each request
   */
  void add(String name, Load.Result result, int answers) {
    add(name, "/s", result.rate() * answers);
    add(name + ".p50", "ms", result.millis(0.5));
    add(name + ".p99", "ms", result.millis(0.99));
    add(name + ".load", "us", result.ownCpuNanos() / 1e3 / result.nanos().length / answers);
  }

  /**
   * There are no figures whose names begin with this one, and this is why; samples that were taken
   * do not count.
   */
  void missing(String name, Exception why) {
    gathered.keySet().removeIf(each -> each.startsWith(name));
    Throwable first = why;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String text = String.valueOf(first.getMessage()).replaceAll("\\s+", " ").strip();
    missing.put(name, text.substring(0, Math.min(text.length(), MESSAGE)));
  }

  Measured measured() {
    List<Figure> figures = new ArrayList<>();
    gathered.forEach(
        (name, series) ->
            figures.add(
                Figure.of(
                    name,
                    series.unit(),
                    series.values().stream().mapToDouble(Double::doubleValue).toArray(),
                    null)));
    return new Measured(figures, missing);
  }
}
