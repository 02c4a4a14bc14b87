package cn.trustregistry.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table for people and the JSON for comparison.
 *
 * @param missing why there is no figure, by its name
 */
record Report(
    Mode mode, Map<String, Figure> figures, Map<String, String> missing, List<Goal> goals) {
  /**
   * @param earlier medians of an earlier run by name of figure
   */
  String text(Map<String, Double> earlier) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%n%-30s %12s %-6s %26s %4s %10s %s%n",
            "figure",
            "median",
            "unit",
            "low .. high",
            "n",
            "octets/op",
            earlier.isEmpty() ? "" : "now/earlier"));
    LoadTable load = new LoadTable(figures);
    for (Figure figure : figures.values()) {
      if (!load.holds(figure.name())) {
        out.append(line(figure, earlier.get(figure.name())));
      }
    }
    out.append(load.text(earlier));
    missing.forEach((name, why) -> out.append(String.format("%n%-30s no figure: %s", name, why)));
    if (!missing.isEmpty()) {
      out.append(System.lineSeparator());
    }
    if (!goals.isEmpty()) {
      out.append(String.format("%n%-62s %12s%n", "goal (ratios within this run)", "reached"));
    }
    for (Goal goal : goals) {
      Double reached = goal.reached(figures);
      out.append(
          reached == null
              ? String.format("%-62s %12s no figure%n", goal.text(), "-")
              : String.format(
                  "%-62s %12s %s%n",
                  goal.text(), number(reached), goal.isMetBy(reached) ? "met" : "NOT MET"));
    }
    return out.toString();
  }

  private static String line(Figure figure, @Nullable Double earlier) {
    return String.format(
                Locale.ROOT,
                "%-30s %12s %-6s %11s .. %11s %4d %10s %s",
                figure.name(),
                number(figure.median()),
                figure.unit(),
                number(figure.low()),
                number(figure.high()),
                figure.samples(),
                figure.allocated() == null
                    ? ""
                    : String.format(Locale.ROOT, "%,.0f", figure.allocated()),
                earlier == null
                    ? ""
                    : String.format(Locale.ROOT, "%.2f", figure.median() / earlier))
            .stripTrailing()
        + System.lineSeparator();
  }

  /** About four digits that count. */
  static String number(double value) {
    double size = Math.abs(value);
    String format = size >= 1_000 ? "%,.0f" : size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }

  void write(Path file) throws IOException {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Figure figure : figures.values()) {
      JsonObjectBuilder one =
          Json.createObjectBuilder()
              .add("name", figure.name())
              .add("unit", figure.unit())
              .add("median", figure.median())
              .add("low", figure.low())
              .add("high", figure.high())
              .add("samples", figure.samples());
      if (figure.allocated() != null) {
        one.add("allocated", figure.allocated());
      }
      all.add(one);
    }
    JsonObject json =
        Json.createObjectBuilder()
            .add("mode", mode.name())
            .add("java", System.getProperty("java.vm.version"))
            .add("processors", Runtime.getRuntime().availableProcessors())
            .add("figures", all)
            .add("missing", Json.createObjectBuilder(new LinkedHashMap<>(missing)))
            .build();
    JsonWriterFactory writers =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    try (JsonWriter writer = writers.createWriter(Files.newBufferedWriter(file))) {
      writer.write(json);
    }
  }

  /** The medians of a report written earlier. */
  static Map<String, Double> read(Path file) throws IOException {
    Map<String, Double> medians = new LinkedHashMap<>();
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      for (JsonObject figure :
          reader.readObject().getJsonArray("figures").getValuesAs(JsonObject.class)) {
        medians.put(figure.getString("name"), figure.getJsonNumber("median").doubleValue());
      }
    }
    return medians;
  }
}
