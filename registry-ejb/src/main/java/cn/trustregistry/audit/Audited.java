package cn.trustregistry.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry was appended; fired within its transaction, while the chain's head is locked.
 *
 * @param tenant the CA company or centre concerned, or null
 */
public record Audited(
    String actor,
    @Nullable String tenant,
    String action,
    String subject,
    String details,
    Instant at) {}
