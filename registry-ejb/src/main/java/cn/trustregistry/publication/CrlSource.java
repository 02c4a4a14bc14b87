package cn.trustregistry.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A distribution point from which a company's CRL is pulled.
 *
 * @param minutes between two pulls
 * @param pulledAt when the last pull ended, well or not; null before the first
 * @param lastResult what came of it; empty before the first
 */
public record CrlSource(
    String id,
    String tenant,
    String url,
    int minutes,
    String registeredBy,
    Instant createdAt,
    Instant dueAt,
    @Nullable Instant pulledAt,
    String lastResult) {}
