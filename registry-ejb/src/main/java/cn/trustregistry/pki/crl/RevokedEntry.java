package cn.trustregistry.pki.crl;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of one serial number (RFC 5280 5.1.2.6 and 5.3).
 *
 * @param revokedAt when the certificate was revoked, to the second
 * @param reason why; {@link RevocationReason#UNSPECIFIED} if the list does not say
 * @param invalidSince when the private key is thought to have been compromised or the certificate
 *     became invalid; null if not said
 */
public record RevokedEntry(
    Instant revokedAt, RevocationReason reason, @Nullable Instant invalidSince) {}
