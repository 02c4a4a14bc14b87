package cn.trustregistry.trustlist;

import java.time.Instant;

/**
 * A list as it was issued.
 *
 * @param contentSha256 over what it says, without number, times and signature
 * @param xml signed
 */
public record TrustList(
    long sequence, Instant issuedAt, Instant nextUpdate, String contentSha256, byte[] xml) {}
