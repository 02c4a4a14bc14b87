package cn.trustregistry.rulemaking;

import cn.trustregistry.pki.ReasonTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that keeps a draft from being published.
 *
 * @param field what is at fault, for example {@code rules[2].validTo}
 * @param facts by name, the placeholders of the texts
 */
public record DraftFault(Code code, String field, Map<String, String> facts) {
  private static final List<String> BUNDLES = List.of("cn.trustregistry.rulemaking.faults");
  private static final ReasonTexts CHINESE = ReasonTexts.in(Locale.CHINESE, BUNDLES).onScreen();
  private static final ReasonTexts ENGLISH = ReasonTexts.in(Locale.ENGLISH, BUNDLES).onScreen();

  /** What is wrong; stable names. */
  public enum Code {
    RULE_ID_MALFORMED,
    RULE_ID_TWICE,
    /** The end is not after the beginning, or a day no calendar of ours has. */
    RULE_DATES_IMPOSSIBLE,
    /** Another rule has the same conditions at the same time. */
    RULES_OVERLAP,
    RULE_TENANT_UNKNOWN,
    RULE_CATEGORY_UNKNOWN,
    RULE_REGION_UNKNOWN,
    RULE_SYSTEM_UNKNOWN,
    RULE_PROJECT_UNKNOWN,
    RULE_TEXT_TOO_LONG,
    RULES_MISSING,
    RULES_TOO_MANY
  }

  public String chinese() {
    return CHINESE.text(code.name(), facts);
  }

  public String english() {
    return ENGLISH.text(code.name(), facts);
  }
}
