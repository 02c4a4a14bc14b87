package cn.trustregistry.rulemaking;

import static java.util.stream.Collectors.toUnmodifiableSet;

import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.Region;
import cn.trustregistry.recognition.RuleLimits;
import cn.trustregistry.recognition.Stage;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules as a draft keeps them. */
final class RuleJson {
  private RuleJson() {}

  static String write(List<RecognitionRule> rules) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    rules.forEach(rule -> array.add(object(rule)));
    return array.build().toString();
  }

  static List<RecognitionRule> read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream().map(RuleJson::rule).toList();
    }
  }

  private static JsonObjectBuilder object(RecognitionRule rule) {
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("id", rule.id())
            .add("effect", rule.effect().name())
            .add("tenants", list(rule.tenants()))
            .add("holderKinds", list(rule.holderKinds()))
            .add("media", list(rule.media()))
            .add("profiles", list(rule.profiles()))
            .add("categories", list(rule.categories()))
            .add("stages", list(rule.stages()))
            .add("regions", list(rule.regions()))
            .add("noteZh", rule.noteZh())
            .add("noteEn", rule.noteEn())
            .add("systems", list(rule.limits().systems()))
            .add("projects", list(rule.limits().projects()))
            .add("untilProjectEnds", rule.limits().untilProjectEnds());
    add(object, "listedFrom", rule.listedFrom());
    add(object, "listedTo", rule.listedTo());
    add(object, "validFrom", rule.validFrom());
    add(object, "validTo", rule.validTo());
    return object;
  }

  private static void add(JsonObjectBuilder object, String name, @Nullable Object value) {
    if (value != null) {
      object.add(name, value.toString());
    }
  }

  private static JsonArray list(Collection<?> values) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    values.stream().map(Object::toString).sorted().forEach(array::add);
    return array.build();
  }

  private static RecognitionRule rule(JsonObject object) {
    return new RecognitionRule(
        object.getString("id"),
        Effect.valueOf(object.getString("effect")),
        set(object, "tenants", Function.identity()),
        set(object, "holderKinds", HolderKind::valueOf),
        set(object, "media", Medium::valueOf),
        set(object, "profiles", Profile::valueOf),
        set(object, "categories", CategoryRef::parse),
        set(object, "stages", Stage::valueOf),
        set(object, "regions", Region::parse),
        value(object, "listedFrom", LocalDate::parse),
        value(object, "listedTo", LocalDate::parse),
        value(object, "validFrom", Instant::parse),
        value(object, "validTo", Instant::parse),
        object.getString("noteZh"),
        object.getString("noteEn"),
        new RuleLimits(
            set(object, "systems", Function.identity()),
            set(object, "projects", Function.identity()),
            object.getBoolean("untilProjectEnds")));
  }

  private static <T> Set<T> set(JsonObject object, String name, Function<String, T> reader) {
    return object.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .map(reader)
        .collect(toUnmodifiableSet());
  }

  private static <T> @Nullable T value(JsonObject object, String name, Function<String, T> reader) {
    return object.containsKey(name) ? reader.apply(object.getString(name)) : null;
  }
}
