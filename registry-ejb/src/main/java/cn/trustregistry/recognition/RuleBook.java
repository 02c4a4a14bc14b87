package cn.trustregistry.recognition;

import cn.trustregistry.recognition.RecognitionReason.DeniedByRule;
import cn.trustregistry.recognition.RecognitionReason.ListingDayNeeded;
import cn.trustregistry.recognition.RecognitionReason.NotRecognised;
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
      return new RecognitionDecision.Refused(
          version, denied, new DeniedByRule(version, denied.get(), facts));
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
      return new RecognitionDecision.Refused(
          version, Optional.empty(), new NotRecognised(version, facts));
    }
    RecognitionRule open = maybeDenied.orElse(maybeAllowed.get());
    return new RecognitionDecision.Undecided(
        version, Optional.of(open), new ListingDayNeeded(version, open));
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
