package cn.trustregistry.validation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recorded verdict without its evidence. */
public record VerdictSummary(
    String id,
    Instant decidedAt,
    String centre,
    String certificate,
    String category,
    String stage,
    String verdict,
    @Nullable String firstReason) {}
