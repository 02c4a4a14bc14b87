package cn.trustregistry.recognition;

import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a certificate is not recognised for what was asked, by the rules in force. */
public sealed interface RecognitionReason extends Reason {
  /** Every cause; the names are the stable codes. */
  enum Cause {
    /** A rule forbids exactly this use. */
    RECOGNITION_DENIED(Verdict.INVALID),
    /** No rule allows this use. */
    NOT_RECOGNISED(Verdict.INVALID),
    /** A rule depends on the day the project was listed, and the centre did not say it. */
    LISTING_DAY_NEEDED(Verdict.INDETERMINATE),
    /** A rule depends on the project, and the centre did not name it. */
    PROJECT_NEEDED(Verdict.INDETERMINATE),
    /** The only rule that allows this use counts until the project's trading ends; it has ended. */
    PROJECT_ENDED(Verdict.INVALID),
    /** A legacy certificate that begins after the last day on which they were issued. */
    LEGACY_ISSUED_LATE(Verdict.INVALID),
    /** No rule book had been published. */
    RULE_BOOK_MISSING(Verdict.INDETERMINATE);

    private final Verdict effect;

    Cause(Verdict effect) {
      this.effect = effect;
    }
  }

  Cause cause();

  @Override
  default String code() {
    return cause().name();
  }

  @Override
  default Verdict effect() {
    return cause().effect;
  }

  @Override
  default String standard() {
    return "Recognition rules";
  }

  /**
   * The rules do not let this use pass.
   *
   * @param rule the rule that decided, or is left open; null where no rule matches
   */
  record NotPassed(
      Cause cause, long ruleBook, @Nullable RecognitionRule rule, RecognitionFacts facts)
      implements RecognitionReason {
    @Override
    public Map<String, String> evidence() {
      Evidence evidence = Evidence.none().with("ruleBook", ruleBook);
      if (rule != null) {
        evidence.with("rule", rule.id());
      }
      evidence
          .with("authority", facts.tenant())
          .with("holderKind", facts.holderKind())
          .with("medium", facts.medium())
          .with("profile", facts.profile())
          .with("category", facts.category())
          .with("stage", facts.stage())
          .with("centre", facts.centre());
      if (facts.listedOn() != null) {
        evidence.with("listedOn", facts.listedOn());
      }
      if (facts.project() != null) {
        evidence.with("project", facts.project().code());
      }
      return evidence.facts();
    }
  }

  /**
   * A legacy certificate of after the end of their issue.
   *
   * @param until the last day on which they were issued
   * @param issuedAt from when this one is valid
   */
  record IssuedLate(long ruleBook, LocalDate until, Instant issuedAt, RecognitionFacts facts)
      implements RecognitionReason {
    @Override
    public Cause cause() {
      return Cause.LEGACY_ISSUED_LATE;
    }

    @Override
    public Map<String, String> evidence() {
      return Evidence.none()
          .with("ruleBook", ruleBook)
          .with("authority", facts.tenant())
          .with("legacyIssuedUntil", until)
          .with("issuedAt", issuedAt)
          .facts();
    }
  }

  /** There are no rules to ask, as known at this moment. */
  record NoRuleBook(Instant knownAt) implements RecognitionReason {
    @Override
    public Cause cause() {
      return Cause.RULE_BOOK_MISSING;
    }

    @Override
    public Map<String, String> evidence() {
      return Map.of("knownAt", knownAt.toString());
    }
  }
}
