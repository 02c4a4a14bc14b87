package cn.trustregistry.recognition;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why a certificate is not recognised for what was asked, by the rules in force. */
public sealed interface RecognitionReason extends Reason {
  @Override
  default String standard() {
    return "Recognition rules";
  }

  /** A rule forbids exactly this use. */
  record DeniedByRule(long ruleBook, RecognitionRule rule, RecognitionFacts facts)
      implements RecognitionReason {
    @Override
    public String code() {
      return "RECOGNITION_DENIED";
    }

    @Override
    public Verdict effect() {
      return Verdict.INVALID;
    }

    @Override
    public Map<String, String> evidence() {
      Map<String, String> evidence = new LinkedHashMap<>();
      evidence.put("ruleBook", Long.toString(ruleBook));
      evidence.put("rule", rule.id());
      evidence.putAll(described(facts));
      return evidence;
    }
  }

  /** No rule allows this use. */
  record NotRecognised(long ruleBook, RecognitionFacts facts) implements RecognitionReason {
    @Override
    public String code() {
      return "NOT_RECOGNISED";
    }

    @Override
    public Verdict effect() {
      return Verdict.INVALID;
    }

    @Override
    public Map<String, String> evidence() {
      Map<String, String> evidence = new LinkedHashMap<>();
      evidence.put("ruleBook", Long.toString(ruleBook));
      evidence.putAll(described(facts));
      return evidence;
    }
  }

  /** A rule depends on the day the project was listed, and the centre did not say it. */
  record ListingDayNeeded(long ruleBook, RecognitionRule rule) implements RecognitionReason {
    @Override
    public String code() {
      return "LISTING_DAY_NEEDED";
    }

    @Override
    public Verdict effect() {
      return Verdict.INDETERMINATE;
    }

    @Override
    public Map<String, String> evidence() {
      return Map.of("ruleBook", Long.toString(ruleBook), "rule", rule.id());
    }
  }

  /** No rule book was in force at the moment asked about. */
  record NoRuleBook(Instant at) implements RecognitionReason {
    @Override
    public String code() {
      return "RULE_BOOK_MISSING";
    }

    @Override
    public Verdict effect() {
      return Verdict.INDETERMINATE;
    }

    @Override
    public Map<String, String> evidence() {
      return Map.of("at", at.toString());
    }
  }

  private static Map<String, String> described(RecognitionFacts facts) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("authority", facts.tenant());
    evidence.put("holderKind", facts.holderKind().name());
    evidence.put("medium", facts.medium().name());
    evidence.put("profile", facts.profile().name());
    evidence.put("category", facts.category().toString());
    evidence.put("stage", facts.stage().name());
    evidence.put("centre", facts.centre());
    if (facts.listedOn() != null) {
      evidence.put("listedOn", facts.listedOn().toString());
    }
    return evidence;
  }
}
