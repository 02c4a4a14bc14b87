package cn.trustregistry.it.browser;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator does with a key (RFC 4648 6, RFC 6238). */
final class Base32 {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  /** 20 octets from their 32 digits. */
  static byte[] decode(String text) {
    BigInteger number = BigInteger.ZERO;
    for (char digit : text.replaceAll("\\s", "").toCharArray()) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(DIGITS.indexOf(digit)));
    }
    byte[] octets = number.toByteArray();
    byte[] key = new byte[20];
    int length = Math.min(20, octets.length);
    byte[] end = Arrays.copyOfRange(octets, octets.length - length, octets.length);
    System.arraycopy(end, 0, key, 20 - length, length);
    return key;
  }

  /** The code of now. */
  static String code(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "RAW"));
      long step = Instant.now().getEpochSecond() / 30;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7FFF_FFFF;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
