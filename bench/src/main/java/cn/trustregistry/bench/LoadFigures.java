package cn.trustregistry.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers samples by name of figure, in the order in which the names first came. */
final class LoadFigures {
  private record Samples(String unit, List<Double> values) {}

  private final Map<String, Samples> gathered = new LinkedHashMap<>();

  void add(String name, String unit, double value) {
    gathered.computeIfAbsent(name, n -> new Samples(unit, new ArrayList<>())).values().add(value);
  }

  List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    gathered.forEach(
        (name, samples) ->
            figures.add(
                Figure.of(
                    name,
                    samples.unit(),
                    samples.values().stream().mapToDouble(Double::doubleValue).toArray(),
                    null)));
    return figures;
  }
}
