package cn.trustregistry.events;

import java.time.Instant;

/**
 * Something that happened to a tenant.
 *
 * @param seq grows in the order in which things became true; the cursor of readers
 * @param type for example CERTIFICATE_PUBLISHED
 * @param subject what it happened to: a fingerprint, a number, an id
 */
public record TenantEvent(
    long seq, String id, String tenant, String type, String subject, String details, Instant at) {}
