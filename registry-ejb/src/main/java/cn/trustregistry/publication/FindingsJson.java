package cn.trustregistry.publication;

import cn.trustregistry.pki.lint.Finding;
import cn.trustregistry.pki.lint.Finding.Severity;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/** Findings as they are stored: a JSON array, or nothing if there are none. */
final class FindingsJson {
  /** Made once: each call of {@link Json} looks for the provider in all libraries again. */
  private static final JsonBuilderFactory WRITING = Json.createBuilderFactory(Map.of());

  private static final JsonReaderFactory READING = Json.createReaderFactory(Map.of());

  private FindingsJson() {}

  static String write(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "";
    }
    JsonArrayBuilder array = WRITING.createArrayBuilder();
    for (Finding finding : findings) {
      array.add(
          WRITING
              .createObjectBuilder()
              .add("lint", finding.lint())
              .add("severity", finding.severity().name())
              .add("standard", finding.standard())
              .add("detail", finding.detail()));
    }
    return array.build().toString();
  }

  static List<Finding> read(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    try (JsonReader reader = READING.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(FindingsJson::finding)
          .toList();
    }
  }

  private static Finding finding(JsonObject json) {
    return new Finding(
        json.getString("lint"),
        Severity.valueOf(json.getString("severity")),
        json.getString("standard"),
        json.getString("detail"));
  }
}
