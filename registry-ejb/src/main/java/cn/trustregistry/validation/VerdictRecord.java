package cn.trustregistry.validation;

import cn.trustregistry.pki.Verdict;
import cn.trustregistry.recognition.Stage;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The row that proves an answer later.
 *
 * @param answer the whole answer in JSON
 * @param der the certificate asked about, or null if the registry is known to hold it already
 */
record VerdictRecord(
    String id,
    String centre,
    String clientId,
    Instant decidedAt,
    Instant askedAt,
    String certificate,
    @Nullable String tenant,
    String category,
    String stage,
    @Nullable LocalDate listedOn,
    @Nullable String project,
    @Nullable Instant sealedAt,
    String verdict,
    int sofCode,
    long ruleBook,
    @Nullable String firstReason,
    String answer,
    byte @Nullable [] der) {
  /** Whether somebody may have sealed a bid of a named project to the certificate. */
  boolean isBidOfProject() {
    return project != null
        && stage.equals(Stage.BID_ENCRYPTION.name())
        && !verdict.equals(Verdict.INVALID.name());
  }
}
