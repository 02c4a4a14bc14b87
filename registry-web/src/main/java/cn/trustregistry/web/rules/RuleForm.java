package cn.trustregistry.web.rules;

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
import cn.trustregistry.rulemaking.RuleField;
import cn.trustregistry.web.portal.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a form has it: values by name of the field, text or an array of chosen options, and
 * what could not be read of them.
 */
final class RuleForm {
  private static final Set<RuleField> CHOSEN =
      Set.of(
          RuleField.TENANTS,
          RuleField.HOLDER_KINDS,
          RuleField.MEDIA,
          RuleField.PROFILES,
          RuleField.CATEGORIES,
          RuleField.STAGES);

  private final Map<String, Object> values;

  /** By field the key of the text that says what cannot be read. */
  private final Map<String, String> unreadable = new LinkedHashMap<>();

  RuleForm(Map<String, Object> values) {
    this.values = values;
  }

  /** An empty form: a rule that allows everything. */
  static Map<String, Object> empty() {
    Map<String, Object> values = new HashMap<>();
    values.put("id", "");
    for (RuleField field : RuleField.values()) {
      values.put(field.key(), CHOSEN.contains(field) ? new String[0] : "");
    }
    values.put(RuleField.EFFECT.key(), Effect.ALLOW.name());
    values.put(RuleField.UNTIL_PROJECT_ENDS.key(), false);
    return values;
  }

  static Map<String, Object> of(RecognitionRule rule) {
    Map<String, Object> values = empty();
    values.put("id", rule.id());
    for (RuleField field : RuleField.values()) {
      field.of(rule).ifPresent(value -> values.put(field.key(), shown(field, value)));
    }
    return values;
  }

  private static Object shown(RuleField field, Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    if (value instanceof Instant at) {
      return Texts.typed(at);
    }
    if (value instanceof Collection<?> many) {
      Stream<String> names = many.stream().map(Object::toString).sorted();
      return CHOSEN.contains(field)
          ? names.toArray(String[]::new)
          : names.collect(Collectors.joining(" "));
    }
    return value.toString();
  }

  Map<String, String> unreadable() {
    return unreadable;
  }

  /** The rule; only to be used if nothing was unreadable. */
  RecognitionRule read() {
    return new RecognitionRule(
        text("id"),
        Effect.valueOf(text("effect")),
        chosen("tenants", Function.identity()),
        chosen("holderKinds", HolderKind::valueOf),
        chosen("media", Medium::valueOf),
        chosen("profiles", Profile::valueOf),
        chosen("categories", CategoryRef::parse),
        chosen("stages", Stage::valueOf),
        regions(),
        day("listedFrom"),
        day("listedTo"),
        moment("validFrom"),
        moment("validTo"),
        text("noteZh"),
        text("noteEn"),
        new RuleLimits(
            words("systems"),
            words("projects"),
            Boolean.TRUE.equals(values.get("untilProjectEnds"))));
  }

  private String text(String field) {
    Object value = values.get(field);
    return value == null ? "" : value.toString().strip();
  }

  private <T> Set<T> chosen(String field, Function<String, T> reader) {
    return values.get(field) instanceof Object[] many
        ? Arrays.stream(many).map(Object::toString).map(reader).collect(toUnmodifiableSet())
        : Set.of();
  }

  private Set<String> words(String field) {
    return Arrays.stream(text(field).split("[\\s,，、;；]+"))
        .filter(word -> !word.isEmpty())
        .collect(toUnmodifiableSet());
  }

  private Set<Region> regions() {
    Set<String> words = words("regions");
    if (!words.stream().allMatch(word -> word.matches("\\d{6}\\+?"))) {
      unreadable.put("regions", "rule.NO_REGION");
    }
    return words.stream().map(Region::parse).collect(toUnmodifiableSet());
  }

  private @Nullable LocalDate day(String field) {
    String text = text(field);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      unreadable.put(field, "rule.NO_DAY");
      return null;
    }
  }

  private @Nullable Instant moment(String field) {
    String text = text(field);
    try {
      return text.isEmpty() ? null : Texts.moment(text);
    } catch (DateTimeException noTime) {
      unreadable.put(field, "rule.NO_TIME");
      return null;
    }
  }
}
