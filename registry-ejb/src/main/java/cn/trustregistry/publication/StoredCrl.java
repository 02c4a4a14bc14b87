package cn.trustregistry.publication;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CRL as it was taken.
 *
 * @param seq order of arrival over all companies
 * @param sha256 over the DER encoding
 * @param baseNumber the number of the complete list a delta starts from; null for a complete list
 * @param warnings what its issuer should look into, each with its code
 */
public record StoredCrl(
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
    List<String> warnings,
    byte[] der) {}
