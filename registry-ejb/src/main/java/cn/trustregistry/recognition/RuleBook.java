package cn.trustregistry.recognition;

import cn.trustregistry.recognition.RecognitionReason.Cause;
import cn.trustregistry.recognition.RecognitionReason.NotPassed;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.RecognitionRule.Match;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A published version of the rules; it never changes afterwards.
 *
 * <p>Precedence: a matching deny wins; then a deny that lacks a fact leaves the question open; then
 * the first matching allow recognises; then an allow that lacks a fact leaves it open; and what no
 * rule allows is not recognised.
 */
public record RuleBook(long version, Instant publishedAt, List<RecognitionRule> rules) {
  public RuleBook {
    rules = List.copyOf(rules);
  }

  public RecognitionDecision decide(RecognitionFacts facts, Categories categories) {
    Optional<RecognitionRule> denied = first(Effect.DENY, Match.YES, facts, categories);
    if (denied.isPresent()) {
      return refused(Cause.RECOGNITION_DENIED, denied, facts);
    }
    Optional<RecognitionRule> maybeDenied =
        first(Effect.DENY, Match.NEEDS_LISTING_DAY, facts, categories);
    Optional<RecognitionRule> allowed = first(Effect.ALLOW, Match.YES, facts, categories);
    if (maybeDenied.isEmpty() && allowed.isPresent()) {
      return new RecognitionDecision.Recognised(version, allowed);
    }
    Optional<RecognitionRule> maybeAllowed =
        allowed.or(() -> first(Effect.ALLOW, Match.NEEDS_LISTING_DAY, facts, categories));
    if (maybeAllowed.isEmpty()) {
      return refused(Cause.NOT_RECOGNISED, Optional.empty(), facts);
    }
    Optional<RecognitionRule> open = maybeDenied.or(() -> maybeAllowed);
    return new RecognitionDecision.Undecided(
        version, open, reason(Cause.LISTING_DAY_NEEDED, open, facts));
  }

  private RecognitionDecision refused(
      Cause cause, Optional<RecognitionRule> rule, RecognitionFacts facts) {
    return new RecognitionDecision.Refused(version, rule, reason(cause, rule, facts));
  }

  private RecognitionReason reason(
      Cause cause, Optional<RecognitionRule> rule, RecognitionFacts facts) {
    return new NotPassed(cause, version, rule.orElse(null), facts);
  }

  private Optional<RecognitionRule> first(
      Effect effect, Match match, RecognitionFacts facts, Categories categories) {
    for (RecognitionRule rule : rules) {
      if (rule.effect() == effect && rule.match(facts, categories) == match) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
