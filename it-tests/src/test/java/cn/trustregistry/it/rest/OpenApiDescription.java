package cn.trustregistry.it.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The description of the REST interface as served, and as saved for generators. */
final class OpenApiDescription {
  static final Path SAVED = Path.of("src", "openapi", "registry.json");

  private static final Pattern EXCLUSIVE =
      Pattern.compile("\"exclusiveM(in|ax)imum\"\\s*:\\s*(true|false)");

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private OpenApiDescription() {}

  /** Without the address of the server that served it. */
  static JsonObject comparable(String json) {
    return Json.createObjectBuilder(parse(json)).remove("servers").build();
  }

  /** Operations without id, content that has no example, and what OpenAPI 3.1 does not have. */
  static List<String> faults(String json) {
    List<String> faults = new ArrayList<>();
    if (!parse(json).getString("openapi").startsWith("3.1.")) {
      faults.add("not OpenAPI 3.1");
    }
    if (json.contains("\"nullable\"") || EXCLUSIVE.matcher(json).find()) {
      faults.add("a schema of OpenAPI 3.0");
    }
    Set<String> ids = new HashSet<>();
    parse(json)
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            check(method + " " + path, operation.asJsonObject(), ids, faults);
                          }
                        }));
    return faults;
  }

  private static void check(
      String name, JsonObject operation, Set<String> ids, List<String> faults) {
    String id = operation.getString("operationId", "");
    if (id.isEmpty() || !ids.add(id)) {
      faults.add(name + " has no operationId of its own");
    }
    if (operation.containsKey("requestBody")) {
      examples(name + " request", operation.getJsonObject("requestBody"), faults);
    }
    operation
        .getJsonObject("responses")
        .forEach((status, r) -> examples(name + " " + status, r.asJsonObject(), faults));
  }

  private static void examples(String name, JsonObject body, List<String> faults) {
    JsonObject content = body.getJsonObject("content");
    if (content != null) {
      content.forEach(
          (type, media) -> {
            JsonValue example = media.asJsonObject().get("example");
            if (example == null) {
              faults.add(name + " " + type + " has no example");
            }
          });
    }
  }

  private static JsonObject parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
