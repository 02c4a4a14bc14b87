package cn.trustregistry.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a client proves itself with.
 *
 * @param value SHA-256 of a secret or of a certificate, a public key as JWK (RFC 7517), or a sealed
 *     secret in base64
 * @param expiresAt it does not count from this moment on; null if it counts until it is ended
 */
public record Proof(
    String id, Kind kind, String value, Instant createdAt, @Nullable Instant expiresAt) {
  /** At most two of a kind count at one time: the one in use and the one that replaces it. */
  public static final int LIVE_OF_A_KIND = 2;

  /** How a client may prove itself. */
  public enum Kind {
    /** A random secret, by HTTP Basic or in a token request. */
    SECRET,
    /** A random secret of digests in WS-Security; it is kept sealed, since both sides need it. */
    DIGEST_SECRET,
    /** The key of its client assertions (RFC 7523). */
    PUBLIC_KEY,
    /** The certificate of its TLS connections (RFC 8705). */
    CERTIFICATE
  }

  public boolean countsAt(Instant at) {
    return expiresAt == null || at.isBefore(expiresAt);
  }
}
