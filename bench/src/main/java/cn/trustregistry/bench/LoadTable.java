package cn.trustregistry.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The figures whose names end with a number of connections and what was measured there ({@code
 * service.soap.c16.p99}), one line for each door and number of connections, door after door.
 */
record LoadTable(Map<String, Figure> figures) {
  private static final Pattern RATE = Pattern.compile(".*\\.c[0-9]+");
  private static final Pattern HELD = Pattern.compile(".*\\.c[0-9]+(\\.(p50|p99|cpu|db|load))?");

  boolean holds(String name) {
    return HELD.matcher(name).matches();
  }

  /**
   * @param earlier medians of an earlier run by name of figure
   */
  String text(Map<String, Double> earlier) {
    StringBuilder out = new StringBuilder();
    Map<String, List<String>> doors =
        figures.keySet().stream()
            .filter(name -> RATE.matcher(name).matches())
            .collect(groupingBy(LoadTable::door, LinkedHashMap::new, toList()));
    for (List<String> names : doors.values()) {
      names.forEach(name -> out.append(line(name, earlier.get(name))));
    }
    return out.isEmpty() ? "" : head(earlier) + out;
  }

  private static String door(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static String head(Map<String, Double> earlier) {
    return String.format(
        Locale.ROOT,
        "%n%-26s %9s %19s %4s %8s %8s %24s %s%n",
        "load, by connections",
        "a second",
        "low .. high",
        "n",
        "p50 ms",
        "p99 ms",
        "CPU us: server   db load",
        earlier.isEmpty() ? "" : "now/earlier");
  }

  private String line(String name, @Nullable Double earlier) {
    Figure rate = figures.get(name);
    if (rate == null) {
      return "";
    }
    return String.format(
                Locale.ROOT,
                "%-26s %,9.0f %,8.0f .. %,7.0f %4d %8s %8s %14s %4s %4s %s",
                name,
                rate.median(),
                rate.low(),
                rate.high(),
                rate.samples(),
                median(name + ".p50", "%.2f"),
                median(name + ".p99", "%.2f"),
                median(name + ".cpu", "%.0f"),
                median(name + ".db", "%.0f"),
                median(name + ".load", "%.0f"),
                earlier == null ? "" : String.format(Locale.ROOT, "%.2f", rate.median() / earlier))
            .stripTrailing()
        + System.lineSeparator();
  }

  private String median(String name, String format) {
    Figure figure = figures.get(name);
    return figure == null ? "-" : String.format(Locale.ROOT, format, figure.median());
  }
}
