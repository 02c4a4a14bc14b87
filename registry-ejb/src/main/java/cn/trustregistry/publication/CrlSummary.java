package cn.trustregistry.publication;

import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A CRL as it was taken, without its octets.
 *
 * @param seq order of arrival over all companies, the cursor of listings
 * @param baseNumber the number of the complete list a delta starts from; null for a complete list
 * @param warnings what its issuer should look into, a line each; null if it was never looked at
 */
public record CrlSummary(
    long seq,
    String sha256,
    String tenant,
    String issuerName,
    @Nullable BigInteger number,
    @Nullable BigInteger baseNumber,
    Instant thisUpdate,
    @Nullable Instant nextUpdate,
    int entries,
    Instant receivedAt,
    @Nullable String warnings) {}
