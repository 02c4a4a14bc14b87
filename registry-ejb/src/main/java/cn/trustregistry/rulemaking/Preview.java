package cn.trustregistry.rulemaking;

import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would change.
 *
 * @param draft id and {@code revision} of the draft it was made for
 * @param certificates uses of published certificates that would change
 * @param lateLegacy how many published legacy certificates the end of issue would shut out that the
 *     newest book does not; negative if it would let some in
 * @param verdicts verdicts of the last days that would change, in groups, the largest first
 * @param verdictsLookedAt how many verdicts were decided again
 * @param complete whether those were all of the last {@value #DAYS} days
 */
public record Preview(
    long draft,
    int revision,
    Instant madeAt,
    List<CertificateChange> certificates,
    long lateLegacy,
    List<VerdictChange> verdicts,
    long verdictsLookedAt,
    boolean complete) {
  /** How far back verdicts are decided again. */
  public static final int DAYS = 30;

  /**
   * Published certificates that rules cannot tell apart.
   *
   * @param lateBefore whether the newest book refuses them as legacy ones that were issued too late
   * @param lateAfter whether the draft does
   */
  public record Kind(
      String tenant,
      HolderKind holderKind,
      Medium medium,
      Profile profile,
      boolean lateBefore,
      boolean lateAfter) {}

  /**
   * What is assumed of the project: nothing, or that it was listed on a day and is or is not ended.
   *
   * @param listedOn a day from the draft or the book at which something may change
   */
  public record Assumption(@Nullable LocalDate listedOn, boolean projectEnded) {}

  /**
   * One use of some certificates that would be decided otherwise.
   *
   * @param count how many certificates that are
   * @param examples fingerprints of a few of them
   * @param centres codes of the centres where it changes
   * @param from RECOGNISED, REFUSED or UNDECIDED, and the rule that decides now; null for none
   */
  public record CertificateChange(
      Kind kind,
      long count,
      List<String> examples,
      String category,
      Stage stage,
      Assumption assumption,
      List<String> centres,
      String from,
      @Nullable String fromRule,
      String to,
      @Nullable String toRule) {}

  /**
   * Verdicts that would have been others.
   *
   * @param from the verdict given
   * @param to the verdict the draft leads to
   * @param rule the rule of the draft that decides; null where none allows
   * @param examples ids of some of their records, the newest first
   */
  public record VerdictChange(
      String tenant,
      String category,
      String stage,
      String from,
      String to,
      @Nullable String rule,
      long count,
      List<String> examples) {}
}
