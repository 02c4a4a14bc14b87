package cn.trustregistry.validation;

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
    String verdict,
    int sofCode,
    long ruleBook,
    @Nullable String firstReason,
    String answer,
    byte @Nullable [] der) {}
