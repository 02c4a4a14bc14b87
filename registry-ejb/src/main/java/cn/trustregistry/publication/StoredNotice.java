package cn.trustregistry.publication;

import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.revocation.RevocationNotice.Action;
import java.time.Instant;

/**
 * A revocation notice as it was taken.
 *
 * @param seq order of arrival over all companies, the cursor of listings
 */
public record StoredNotice(
    long seq,
    String id,
    String tenant,
    String issuerSha256,
    String serial,
    Action action,
    RevocationReason reason,
    Instant effectiveAt,
    Instant receivedAt) {}
