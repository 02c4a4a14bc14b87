package cn.trustregistry.rulemaking;

import cn.trustregistry.recognition.RecognitionRule;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule says beside its id, one thing each; named as in the stored draft. */
public enum RuleField {
  EFFECT("effect", RecognitionRule::effect),
  TENANTS("tenants", RecognitionRule::tenants),
  REGIONS("regions", RecognitionRule::regions),
  CATEGORIES("categories", RecognitionRule::categories),
  STAGES("stages", RecognitionRule::stages),
  HOLDER_KINDS("holderKinds", RecognitionRule::holderKinds),
  MEDIA("media", RecognitionRule::media),
  PROFILES("profiles", RecognitionRule::profiles),
  LISTED_FROM("listedFrom", RecognitionRule::listedFrom),
  LISTED_TO("listedTo", RecognitionRule::listedTo),
  SYSTEMS("systems", rule -> rule.limits().systems()),
  PROJECTS("projects", rule -> rule.limits().projects()),
  UNTIL_PROJECT_ENDS(
      "untilProjectEnds", rule -> rule.limits().untilProjectEnds() ? Boolean.TRUE : null),
  VALID_FROM("validFrom", RecognitionRule::validFrom),
  VALID_TO("validTo", RecognitionRule::validTo),
  NOTE_ZH("noteZh", RecognitionRule::noteZh),
  NOTE_EN("noteEn", RecognitionRule::noteEn);

  private final String key;
  private final Function<RecognitionRule, @Nullable Object> reader;

  RuleField(String key, Function<RecognitionRule, @Nullable Object> reader) {
    this.key = key;
    this.reader = reader;
  }

  /** Its name in the stored draft, in faults and in texts. */
  public String key() {
    return key;
  }

  /** What the rule says; empty if it puts no condition here. */
  public Optional<Object> of(RecognitionRule rule) {
    return Optional.ofNullable(reader.apply(rule))
        .filter(value -> !(value instanceof Collection<?> many && many.isEmpty()))
        .filter(value -> !value.equals(""));
  }

  /** The same as text, lists in order of their names; null if it puts no condition here. */
  @Nullable String text(RecognitionRule rule) {
    return of(rule).map(RuleField::text).orElse(null);
  }

  private static String text(Object value) {
    return value instanceof Collection<?> many
        ? many.stream().map(Object::toString).sorted().collect(Collectors.joining(", "))
        : value.toString();
  }
}
