package cn.trustregistry.web.openapi;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as the OpenAPI model holds examples: maps, lists, text, numbers and truth values. */
final class OpenApiValue {
  private OpenApiValue() {}

  static Object of(JsonValue value) {
    if (value instanceof JsonObject object) {
      Map<String, Object> map = new LinkedHashMap<>();
      object.forEach((name, member) -> map.put(name, of(member)));
      return map;
    }
    if (value instanceof JsonArray array) {
      List<Object> list = new ArrayList<>();
      array.forEach(member -> list.add(of(member)));
      return list;
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    if (value instanceof JsonNumber number) {
      return number.isIntegral() ? (Object) number.longValueExact() : number.bigDecimalValue();
    }
    return value.getValueType() == JsonValue.ValueType.TRUE;
  }
}
