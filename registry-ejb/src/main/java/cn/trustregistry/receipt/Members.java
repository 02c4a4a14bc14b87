package cn.trustregistry.receipt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads members of JSON objects that may be anything: what is not there is empty. */
final class Members {
  private Members() {}

  static String text(Map<String, Object> object, String name) {
    Object value = object.get(name);
    return value == null ? "" : String.valueOf(value);
  }

  static Map<String, Object> object(@Nullable Object value) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> object.put(String.valueOf(name), member));
    }
    return object;
  }

  static List<Map<String, Object>> objects(@Nullable Object value) {
    List<Map<String, Object>> objects = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> objects.add(object(element)));
    }
    return objects;
  }

  static Map<String, String> texts(@Nullable Object value) {
    Map<String, String> texts = new LinkedHashMap<>();
    object(value).forEach((name, member) -> texts.put(name, String.valueOf(member)));
    return texts;
  }
}
