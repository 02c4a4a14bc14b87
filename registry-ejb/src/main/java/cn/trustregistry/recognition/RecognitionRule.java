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
 * @param limits to which systems and projects it is limited
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
    String noteEn,
    RuleLimits limits) {

  /** A rule for every system and project. */
  public RecognitionRule(
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
    this(
        id,
        effect,
        tenants,
        holderKinds,
        media,
        profiles,
        categories,
        stages,
        regions,
        listedFrom,
        listedTo,
        validFrom,
        validTo,
        noteZh,
        noteEn,
        RuleLimits.NONE);
  }

  /** Whether a matching rule allows or denies. */
  public enum Effect {
    ALLOW,
    DENY
  }

  /** How a rule meets the facts. */
  enum Match {
    YES,
    NO,
    /** All fits, but the project's trading has ended. */
    PROJECT_ENDED,
    /** Only the missing day decides. */
    NEEDS_LISTING_DAY,
    /** Only the project that was not named decides. */
    NEEDS_PROJECT;

    boolean isOpen() {
      return this == NEEDS_LISTING_DAY || this == NEEDS_PROJECT;
    }
  }

  Match match(RecognitionFacts facts, Categories categories) {
    if (!covers(facts, categories)) {
      return Match.NO;
    }
    LocalDate day = facts.listedOn();
    if (day != null && !listedInside(day)) {
      return Match.NO;
    }
    if (limits.needProject()) {
      NamedProject project = facts.project();
      if (project == null) {
        return Match.NEEDS_PROJECT;
      }
      if (!anyOr(limits.projects(), project.name())) {
        return Match.NO;
      }
      if (limits.untilProjectEnds() && project.ended()) {
        return Match.PROJECT_ENDED;
      }
    }
    boolean dayMatters = listedFrom != null || listedTo != null;
    return dayMatters && day == null ? Match.NEEDS_LISTING_DAY : Match.YES;
  }

  private boolean listedInside(LocalDate day) {
    return (listedFrom == null || !day.isBefore(listedFrom))
        && (listedTo == null || !day.isAfter(listedTo));
  }

  private boolean covers(RecognitionFacts facts, Categories tree) {
    return inForce(facts.at())
        && anyOr(tenants, facts.tenant())
        && anyOr(holderKinds, facts.holderKind())
        && anyOr(media, facts.medium())
        && anyOr(profiles, facts.profile())
        && anyOr(stages, facts.stage())
        && anyOr(limits.systems(), facts.system())
        && coversRegion(facts.centre())
        && coversCategory(facts.category(), tree);
  }

  private boolean coversRegion(String centre) {
    for (Region region : regions) {
      if (region.contains(centre)) {
        return true;
      }
    }
    return regions.isEmpty();
  }

  private boolean coversCategory(CategoryRef category, Categories tree) {
    for (CategoryRef node : categories) {
      if (tree.covers(node, category)) {
        return true;
      }
    }
    return categories.isEmpty();
  }

  private boolean inForce(Instant at) {
    return (validFrom == null || !at.isBefore(validFrom))
        && (validTo == null || at.isBefore(validTo));
  }

  private static <T> boolean anyOr(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
