package cn.trustregistry.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as it stands.
 *
 * @param claim who has it, or null
 * @param signed what came of it, or null
 * @param attempts how often something was returned that did not count
 * @param lastReason why the last of these did not count, or null
 * @param recordId the durable record of the last verdict on a certificate returned, or null
 * @param endedAt null while it goes on
 */
public record SigningSession(
    String id,
    String centre,
    SigningRequest request,
    Instant openedAt,
    Instant expiresAt,
    SigningState state,
    @Nullable Claim claim,
    @Nullable Signed signed,
    int attempts,
    @Nullable String lastReason,
    @Nullable String lastDetail,
    @Nullable String recordId,
    @Nullable Instant endedAt) {
  /** A company's client that claimed it. */
  public record Claim(String tenant, String clientId, Instant at) {}

  /**
   * What was verified.
   *
   * @param certificate DER
   * @param signature over the octets of the hash
   */
  public record Signed(byte[] certificate, byte[] signature) {}
}
