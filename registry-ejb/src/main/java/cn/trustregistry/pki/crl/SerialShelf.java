package cn.trustregistry.pki.crl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * All revoked serial numbers of one length, as records of fixed width in a single array, grouped
 * into buckets by a keyed hash.
 *
 * <p>A record holds the serial number itself, so nothing is ever taken for something else. Its last
 * octets are left out where the number of the bucket implies them: the bucket is the hash of the
 * leading octets XOR the trailing ones, so within a bucket the leading octets determine the
 * trailing ones. The key of the hash is drawn at start-up, so that no list can be made that fills
 * one bucket.
 *
 * <p>Record: leading octets of the serial, then 5 octets fact (36 bits of seconds since {@link
 * #EPOCH}, 4 bits of reason), then 5 octets invalidity date and 2 octets number of the certificate
 * issuer if any record of the shelf has them. Fact zero means: no record.
 */
final class SerialShelf {
  /**
   * Seconds from here to 1970: 1900-01-01 less a day, so that the fact of no real entry is zero.
   */
  static final long EPOCH = 2_209_075_200L;

  /** Seconds that 36 bits hold: up to the year 4077. */
  static final long SPAN = 1L << 36;

  static final int FACT = 5;
  static final int ISSUER = 2;

  /**
   * The fewest records that a bucket holds on average; below, the directory of buckets would cost
   * more than 1 octet a record.
   */
  private static final int LOAD = 4;

  private static final long KEY = new SecureRandom().nextLong();
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final int length;
  private final int implied;
  private final int leading;
  private final boolean hasInvalidity;
  private final boolean hasIssuer;
  private final int width;
  private final int mask;
  private final int[] starts;
  private final byte[] records;

  /** Takes what {@code draft} has gathered, which is empty afterwards. */
  SerialShelf(SerialDraft draft) {
    this.length = draft.length();
    int buckets = Integer.highestOneBit(Math.max(1, draft.count() / LOAD));
    this.implied = Math.min(length, Integer.numberOfTrailingZeros(buckets) / 8);
    this.leading = length - implied;
    this.hasInvalidity = draft.hasInvalidity();
    this.hasIssuer = draft.hasIssuer();
    this.width = leading + FACT + (hasInvalidity ? FACT : 0) + (hasIssuer ? ISSUER : 0);
    this.mask = buckets - 1;
    this.starts = new int[buckets + 1];
    this.records = new byte[Math.multiplyExact(draft.count(), width)];
    draft.forEach((octets, at) -> starts[bucket(octets, at) + 1]++);
    for (int i = 0; i < buckets; i++) {
      starts[i + 1] += starts[i];
    }
    draft.drain(this::put);
  }

  /** Octets of each serial number on this shelf. */
  int length() {
    return length;
  }

  /** Where the record of this serial number and issuer is, or -1. */
  int find(byte[] serial, int issuer) {
    int bucket = bucket(serial, 0);
    int end = starts[bucket + 1] * width;
    for (int at = starts[bucket] * width; at < end; at += width) {
      if (holds(at, serial, 0, issuer) && factAt(at) != 0) {
        return at;
      }
    }
    return -1;
  }

  long revokedAt(int at) {
    return (factAt(at) >> 4) - EPOCH;
  }

  int reasonCode(int at) {
    return (int) factAt(at) & 0xF;
  }

  /** Seconds since 1970, or {@link DerTime#UNREADABLE} if there is no invalidity date. */
  long invalidSince(int at) {
    long seconds = hasInvalidity ? five(records, at + leading + FACT) >> 4 : 0;
    return seconds == 0 ? DerTime.UNREADABLE : seconds - EPOCH;
  }

  /** Compares from the end, where serial numbers given out in sequence differ. */
  private boolean holds(int at, byte[] serial, int from, int issuer) {
    for (int i = leading - 1; i >= 0; i--) {
      if (records[at + i] != serial[from + i]) {
        return false;
      }
    }
    return issuerAt(at) == issuer;
  }

  private long factAt(int at) {
    return five(records, at + leading);
  }

  private int issuerAt(int at) {
    return hasIssuer ? two(records, at + width - ISSUER) : 0;
  }

  /** Files one draft record; of two for the same certificate the severer reading is kept. */
  private void put(byte[] octets, int at) {
    int bucket = bucket(octets, at);
    int issuer = two(octets, at + length + 2 * FACT);
    int end = starts[bucket + 1] * width;
    int place = starts[bucket] * width;
    for (; place < end && factAt(place) != 0; place += width) {
      if (holds(place, octets, at, issuer)) {
        setFive(place + leading, severer(factAt(place), five(octets, at + length)));
        return;
      }
    }
    System.arraycopy(octets, at, records, place, leading);
    System.arraycopy(
        octets, at + length, records, place + leading, hasInvalidity ? 2 * FACT : FACT);
    if (hasIssuer) {
      System.arraycopy(octets, at + length + 2 * FACT, records, place + width - ISSUER, ISSUER);
    }
  }

  /** The earlier date, and of the reasons one for good before hold, hold before removal. */
  private static long severer(long one, long other) {
    long date = Math.min(one >> 4, other >> 4);
    return date << 4 | (severity(one) >= severity(other) ? one & 0xF : other & 0xF);
  }

  private static int severity(long fact) {
    int code = (int) fact & 0xF;
    if (code == RevocationReason.REMOVE_FROM_CRL.code()) {
      return 0;
    }
    return code == RevocationReason.CERTIFICATE_HOLD.code() ? 1 : 2;
  }

  private int bucket(byte[] octets, int from) {
    int tail = 0;
    for (int i = from + leading; i < from + length; i++) {
      tail = tail << 8 | (octets[i] & 0xFF);
    }
    return ((int) hash(octets, from, leading) ^ tail) & mask;
  }

  private static long hash(byte[] octets, int from, int count) {
    long hash = KEY ^ count;
    int at = from;
    for (; at + 8 <= from + count; at += 8) {
      hash = mixed(hash ^ (long) LONG.get(octets, at));
    }
    long rest = 0;
    for (; at < from + count; at++) {
      rest = rest << 8 | (octets[at] & 0xFF);
    }
    return mixed(hash ^ rest);
  }

  private static long mixed(long value) {
    long high = Math.multiplyHigh(value ^ KEY, 0x9E37_79B9_7F4A_7C15L);
    long low = (value ^ KEY) * 0x9E37_79B9_7F4A_7C15L;
    long folded = (high ^ low) * 0xD6E8_FEB8_6659_FD93L;
    return folded ^ folded >>> 32;
  }

  static long five(byte[] octets, int at) {
    return (octets[at] & 0xFFL) << 32
        | (octets[at + 1] & 0xFFL) << 24
        | (octets[at + 2] & 0xFF) << 16
        | (octets[at + 3] & 0xFF) << 8
        | (octets[at + 4] & 0xFF);
  }

  private void setFive(int at, long value) {
    for (int i = 0; i < 5; i++) {
      records[at + i] = (byte) (value >> 32 - 8 * i);
    }
  }

  private static int two(byte[] octets, int at) {
    return (octets[at] & 0xFF) << 8 | (octets[at + 1] & 0xFF);
  }
}
