package cn.trustregistry.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes that change every 30 seconds (RFC 6238 with HMAC-SHA-1 and six digits, which is
 * what every authenticator understands).
 */
public final class Totp {
  private static final int STEP_SECONDS = 30;
  private static final int SECRET_OCTETS = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_OCTETS];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /** The code of a moment. */
  public static String code(byte[] secret, Instant at) {
    return code(secret, step(at));
  }

  /**
   * The time step that a code belongs to: the running one, or the one before or after it for clocks
   * that are not quite right.
   *
   * @param usedStep the newest step whose code was used; that code and older ones are spent
   */
  static OptionalLong match(byte[] secret, String code, long usedStep, Instant at) {
    long now = step(at);
    for (long step = now - 1; step <= now + 1; step++) {
      if (step > usedStep && code.equals(code(secret, step))) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  private static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  private static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(8).putLong(step).array()));
      int offset = hash.get(hash.limit() - 1) & 0x0F;
      return "%06d".formatted((hash.getInt(offset) & 0x7FFF_FFFF) % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
    }
  }

  /** Base 32 without padding (RFC 4648 6), as authenticators take it. */
  static String base32(byte[] octets) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte octet : octets) {
      held = (held << 8) | (octet & 0xFF);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((held >> bits) & 31));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(BASE32.charAt((held << (5 - bits)) & 31));
    }
    return text.toString();
  }
}
