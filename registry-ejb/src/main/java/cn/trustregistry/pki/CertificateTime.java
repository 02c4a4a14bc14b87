package cn.trustregistry.pki;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads the Time choice: UTCTime and GeneralizedTime with seconds, in UTC, without fractions (RFC
 * 5280 4.1.2.5).
 */
public final class CertificateTime {
  private CertificateTime() {}

  /** Reads the Time that comes next. */
  public static Instant read(DerReader reader, String what) throws MalformedObjectException {
    boolean utc = reader.nextIs(DerReader.UTC_TIME);
    String text = reader.ascii(utc ? DerReader.UTC_TIME : DerReader.GENERALIZED_TIME, what);
    int yearDigits = utc ? 2 : 4;
    if (text.length() != yearDigits + 11 || text.charAt(text.length() - 1) != 'Z') {
      throw reader.malformed(what + " is not a time with seconds in UTC");
    }
    for (int i = 0; i < text.length() - 1; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        throw reader.malformed(what + " has a character that is not a digit");
      }
    }
    try {
      return instant(text, yearDigits);
    } catch (DateTimeException e) {
      throw reader.malformed(what + " is not a date");
    }
  }

  private static Instant instant(String text, int at) {
    int year = Integer.parseInt(text, 0, at, 10);
    int century = at == 4 ? 0 : year < 50 ? 2000 : 1900;
    return LocalDateTime.of(
            century + year,
            two(text, at),
            two(text, at + 2),
            two(text, at + 4),
            two(text, at + 6),
            two(text, at + 8))
        .toInstant(ZoneOffset.UTC);
  }

  private static int two(String text, int at) {
    return Integer.parseInt(text, at, at + 2, 10);
  }
}
