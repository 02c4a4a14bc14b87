package cn.trustregistry.events;

import java.time.Instant;

/**
 * An address that is told a tenant's events.
 *
 * @param deliveredSeq all events up to this one were taken
 * @param failures in a row; 0 while all is well
 * @param dueAt when the next attempt is made if there is something to tell
 */
public record Webhook(
    String id,
    String tenant,
    String url,
    Instant createdAt,
    long deliveredSeq,
    int failures,
    Instant dueAt,
    String lastResult) {}
