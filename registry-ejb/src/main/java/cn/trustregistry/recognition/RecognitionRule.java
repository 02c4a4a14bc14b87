package cn.trustregistry.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule (互认规则). An empty set and a null bound put no condition; a category covers its subtree.
 *
 * @param listedFrom first and {@code listedTo} last day on which the project may have been listed
 * @param validFrom the rule counts from this moment up to, not including, {@code validTo}
 */
public record RecognitionRule(
    String id,
    Effect effect,
    Set<String> tenants,
    Set<HolderKind> holderKinds,
    Set<Medium> media,
    Set<Profile> profiles,
    Set<CategoryRef> categories,
    Set<Stage> stages,
    Set<Region> regions,
    @Nullable LocalDate listedFrom,
    @Nullable LocalDate listedTo,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    String noteZh,
    String noteEn) {

  /** Whether a matching rule allows or denies. */
  public enum Effect {
    ALLOW,
    DENY
  }

  /** How a rule meets the facts; {@code NEEDS_LISTING_DAY} where only the missing day decides. */
  enum Match {
    YES,
    NO,
    NEEDS_LISTING_DAY
  }

  Match match(RecognitionFacts facts, Categories categories) {
    if (!covers(facts, categories)) {
      return Match.NO;
    }
    if (listedFrom == null && listedTo == null) {
      return Match.YES;
    }
    LocalDate day = facts.listedOn();
    if (day == null) {
      return Match.NEEDS_LISTING_DAY;
    }
    boolean inside =
        (listedFrom == null || !day.isBefore(listedFrom))
            && (listedTo == null || !day.isAfter(listedTo));
    return inside ? Match.YES : Match.NO;
  }

  private boolean covers(RecognitionFacts facts, Categories tree) {
    return inForce(facts.at())
        && anyOr(tenants, facts.tenant())
        && anyOr(holderKinds, facts.holderKind())
        && anyOr(media, facts.medium())
        && anyOr(profiles, facts.profile())
        && anyOr(stages, facts.stage())
        && (regions.isEmpty() || regions.stream().anyMatch(r -> r.contains(facts.centre())))
        && (categories.isEmpty()
            || categories.stream().anyMatch(node -> tree.covers(node, facts.category())));
  }

  private boolean inForce(Instant at) {
    return (validFrom == null || !at.isBefore(validFrom))
        && (validTo == null || at.isBefore(validTo));
  }

  private static <T> boolean anyOr(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
