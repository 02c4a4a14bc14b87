package cn.trustregistry.recognition;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is matched against.
 *
 * @param tenant the CA company's code
 * @param centre the asking centre's GB/T 2260 code
 * @param listedOn the day the project was listed (Asia/Shanghai), or null if nobody said it
 * @param at the moment asked about
 * @param system client id of the asking trading system; empty if there is none
 * @param project the project that was named, or null
 * @param issuedAt from when the certificate is valid, or null if that is not asked about
 */
public record RecognitionFacts(
    String tenant,
    HolderKind holderKind,
    Medium medium,
    Profile profile,
    CategoryRef category,
    Stage stage,
    String centre,
    @Nullable LocalDate listedOn,
    Instant at,
    String system,
    @Nullable NamedProject project,
    @Nullable Instant issuedAt) {
  /** Facts that no project, system or certificate stands behind. */
  public RecognitionFacts(
      String tenant,
      HolderKind holderKind,
      Medium medium,
      Profile profile,
      CategoryRef category,
      Stage stage,
      String centre,
      @Nullable LocalDate listedOn,
      Instant at) {
    this(
        tenant, holderKind, medium, profile, category, stage, centre, listedOn, at, "", null, null);
  }
}
