package cn.trustregistry.recognition;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is matched against.
 *
 * @param tenant the CA company's code
 * @param centre the asking centre's GB/T 2260 code
 * @param listedOn the day the project was listed (Asia/Shanghai), or null if the centre did not say
 * @param at the moment asked about
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
    Instant at) {}
