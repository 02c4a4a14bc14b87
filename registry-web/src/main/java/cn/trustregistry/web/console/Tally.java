package cn.trustregistry.web.console;

import cn.trustregistry.validation.VerdictFigures.Count;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many verdicts there were of one centre, company or reason. */
public record Tally(String key, String label, long valid, long invalid, long indeterminate) {
  public long getTotal() {
    return valid + invalid + indeterminate;
  }

  /** Counts by a key; what has none is left out. Most first. */
  static List<Tally> by(
      List<Count> counts, Function<Count, @Nullable String> key, Function<String, String> label) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (Count count : counts) {
      String name = key.apply(count);
      if (name != null) {
        tallies.merge(name, of(name, label.apply(name), count), Tally::plus);
      }
    }
    return tallies.values().stream()
        .sorted(Comparator.comparingLong(Tally::getTotal).reversed())
        .toList();
  }

  static Tally of(String key, String label, Count count) {
    long many = count.many();
    return switch (count.verdict()) {
      case "VALID" -> new Tally(key, label, many, 0, 0);
      case "INVALID" -> new Tally(key, label, 0, many, 0);
      default -> new Tally(key, label, 0, 0, many);
    };
  }

  Tally plus(Tally other) {
    return new Tally(
        key,
        label,
        valid + other.valid,
        invalid + other.invalid,
        indeterminate + other.indeterminate);
  }
}
