package cn.trustregistry.validation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as it was recorded, as far as rules have to do with it.
 *
 * @param tenant code of the company that published the certificate, or null if none had
 * @param judgedAt the moment as of which the certificate was judged: {@code askedAt}, or when the
 *     bid was sealed
 * @param project code of the centre's project that was named, or null
 * @param ruleBook version of the rule book; 0 if the rules could not be asked
 */
public record RecordedVerdict(
    String id,
    String centre,
    String clientId,
    Instant decidedAt,
    Instant askedAt,
    Instant judgedAt,
    String certificate,
    @Nullable String tenant,
    String category,
    String stage,
    @Nullable LocalDate listedOn,
    @Nullable String project,
    String verdict,
    long ruleBook) {}
