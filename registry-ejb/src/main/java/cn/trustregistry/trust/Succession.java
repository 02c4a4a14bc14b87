package cn.trustregistry.trust;

import java.time.Instant;

/**
 * One certificate took the place of another.
 *
 * @param replacement id of the entry in the replacement ledger
 * @param oldCertificate SHA-256
 * @param newCertificate SHA-256
 * @param tenant code of the company that issued the new one
 */
public record Succession(
    String replacement,
    String oldCertificate,
    String newCertificate,
    String tenant,
    KeyHandling key,
    Instant recordedAt) {}
