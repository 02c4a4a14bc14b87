package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.DerReader;

/** UTCTime and GeneralizedTime in the forms of RFC 5280 4.1.2.5, read without allocation. */
final class DerTime {
  /** No time: what cannot be read. */
  static final long UNREADABLE = Long.MIN_VALUE;

  private DerTime() {}

  /**
   * Seconds since 1970 of the content octets, or {@link #UNREADABLE}; UTCTime years run from 1950
   * to 2049.
   */
  static long epochSecond(int tag, byte[] data, int from, int length) {
    if (tag == DerReader.UTC_TIME && length == 13) {
      int year = pair(data, from);
      return year < 0
          ? UNREADABLE
          : epochSecond(year < 50 ? 2000 + year : 1900 + year, data, from + 2);
    }
    if (tag == DerReader.GENERALIZED_TIME && length == 15) {
      int century = pair(data, from);
      int year = pair(data, from + 2);
      return century < 0 || year < 0
          ? UNREADABLE
          : epochSecond(100 * century + year, data, from + 4);
    }
    return UNREADABLE;
  }

  private static long epochSecond(int year, byte[] data, int from) {
    int month = pair(data, from);
    int day = pair(data, from + 2);
    int hour = pair(data, from + 4);
    int minute = pair(data, from + 6);
    int second = pair(data, from + 8);
    if (month < 1 || month > 12 || day < 1 || day > days(year, month) || hour < 0 || hour > 23) {
      return UNREADABLE;
    }
    if (minute < 0 || minute > 59 || second < 0 || second > 59 || data[from + 10] != 'Z') {
      return UNREADABLE;
    }
    return ((epochDay(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
  }

  private static int pair(byte[] data, int at) {
    int tens = data[at] - '0';
    int ones = data[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
  }

  private static int days(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /**
   * Days since 1970 in the proleptic Gregorian calendar, counting years from March so that the leap
   * day comes last.
   */
  private static long epochDay(int year, int month, int day) {
    int marchYear = month > 2 ? year : year - 1;
    int monthsSinceMarch = month > 2 ? month - 3 : month + 9;
    long leapDays =
        Math.floorDiv(marchYear, 4) - Math.floorDiv(marchYear, 100) + Math.floorDiv(marchYear, 400);
    return 365L * marchYear + leapDays + (153 * monthsSinceMarch + 2) / 5 + day - 1 - 719_468;
  }
}
