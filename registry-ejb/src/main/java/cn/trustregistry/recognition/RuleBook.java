package cn.trustregistry.recognition;

import cn.trustregistry.recognition.RecognitionReason.Cause;
import cn.trustregistry.recognition.RecognitionReason.IssuedLate;
import cn.trustregistry.recognition.RecognitionReason.NotPassed;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.RecognitionRule.Match;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published version of the rules; it never changes afterwards.
 *
 * <p>Precedence: a matching deny wins; then a deny that lacks a fact leaves the question open; then
 * the first matching allow recognises; then an allow that lacks a fact leaves it open; and what no
 * rule allows is not recognised. Before all rules stands the end of issue of legacy certificates.
 *
 * @param legacyIssuedUntil last day (Asia/Shanghai) on which legacy certificates were issued; null
 *     if it has no end
 */
public record RuleBook(
    long version,
    Instant publishedAt,
    List<RecognitionRule> rules,
    @Nullable LocalDate legacyIssuedUntil) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public RuleBook {
    rules = List.copyOf(rules);
  }

  /** A rule book that puts no end to the issue of legacy certificates. */
  public RuleBook(long version, Instant publishedAt, List<RecognitionRule> rules) {
    this(version, publishedAt, rules, null);
  }

  /** Whether a legacy certificate that is valid from this moment was issued too late. */
  public boolean isLateLegacy(Profile profile, Instant issuedAt) {
    return profile == Profile.LEGACY
        && legacyIssuedUntil != null
        && LocalDate.ofInstant(issuedAt, ZONE).isAfter(legacyIssuedUntil);
  }

  public RecognitionDecision decide(RecognitionFacts facts, Categories categories) {
    Instant issued = facts.issuedAt();
    if (legacyIssuedUntil != null && issued != null && isLateLegacy(facts.profile(), issued)) {
      return new RecognitionDecision.Refused(
          version, Optional.empty(), new IssuedLate(version, legacyIssuedUntil, issued, facts));
    }
    RecognitionRule allowed = null;
    RecognitionRule maybeDenied = null;
    RecognitionRule maybeAllowed = null;
    RecognitionRule ended = null;
    for (RecognitionRule rule : rules) {
      Match match = rule.match(facts, categories);
      if (match == Match.NO) {
        continue;
      }
      if (rule.effect() == Effect.DENY) {
        if (match == Match.YES) {
          return refused(Cause.RECOGNITION_DENIED, rule, facts);
        }
        maybeDenied = match.isOpen() ? first(maybeDenied, rule) : maybeDenied;
      } else if (match == Match.YES) {
        allowed = first(allowed, rule);
      } else if (match.isOpen()) {
        maybeAllowed = first(maybeAllowed, rule);
      } else {
        ended = first(ended, rule);
      }
    }
    if (allowed != null && maybeDenied == null) {
      return new RecognitionDecision.Recognised(version, Optional.of(allowed));
    }
    if (allowed == null && maybeAllowed == null) {
      return ended == null
          ? refused(Cause.NOT_RECOGNISED, null, facts)
          : refused(Cause.PROJECT_ENDED, ended, facts);
    }
    RecognitionRule open = maybeDenied != null ? maybeDenied : maybeAllowed;
    return open == null
        ? refused(Cause.NOT_RECOGNISED, null, facts)
        : undecided(open, facts, categories);
  }

  private static RecognitionRule first(@Nullable RecognitionRule known, RecognitionRule next) {
    return known == null ? next : known;
  }

  private RecognitionDecision undecided(
      RecognitionRule open, RecognitionFacts facts, Categories categories) {
    Cause cause =
        open.match(facts, categories) == Match.NEEDS_PROJECT
            ? Cause.PROJECT_NEEDED
            : Cause.LISTING_DAY_NEEDED;
    return new RecognitionDecision.Undecided(
        version, Optional.of(open), new NotPassed(cause, version, open, facts));
  }

  private RecognitionDecision refused(
      Cause cause, @Nullable RecognitionRule rule, RecognitionFacts facts) {
    return new RecognitionDecision.Refused(
        version, Optional.ofNullable(rule), new NotPassed(cause, version, rule, facts));
  }
}
