package cn.trustregistry.application;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers of applications: the day and 60 bits that nobody guesses, easy to read out. */
final class ReceiptNumber {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Crockford's base 32: without I, L, O, U. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

  private ReceiptNumber() {}

  static String at(Instant at) {
    StringBuilder number = new StringBuilder(DAY.format(at));
    for (int i = 0; i < 12; i++) {
      if (i % 4 == 0) {
        number.append('-');
      }
      number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return number.toString();
  }

  /** As somebody typed it. */
  static String tidy(String typed) {
    String text = typed.strip().toUpperCase(Locale.ROOT).replace('O', '0');
    return text.replace('I', '1').replace('L', '1');
  }
}
