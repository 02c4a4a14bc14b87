package cn.trustregistry.challenge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * What one log-in has to sign.
 *
 * @param toSign lines of ASCII that say what they are for: a signature over them is good for
 *     nothing else, and at no other centre
 */
public record Challenge(
    String id, String centre, byte[] toSign, Instant issuedAt, Instant expiresAt) {
  static final Duration LIFE = Duration.ofMinutes(2);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_OCTETS = 32;

  static Challenge fresh(String centre, Instant at) {
    byte[] nonce = new byte[NONCE_OCTETS];
    RANDOM.nextBytes(nonce);
    String id = UUID.randomUUID().toString();
    Instant end = at.plus(LIFE);
    String text =
        "trust registry log-in\ncentre "
            + centre
            + "\nchallenge "
            + id
            + "\nnonce "
            + Base64.getUrlEncoder().withoutPadding().encodeToString(nonce)
            + "\nexpires "
            + end
            + "\n";
    return new Challenge(id, centre, text.getBytes(US_ASCII), at, end);
  }
}
