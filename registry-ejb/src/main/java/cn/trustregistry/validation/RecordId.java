package cn.trustregistry.validation;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** Names records so that they sort by time: UUID version 7 (RFC 9562 5.7). */
public final class RecordId {
  private static final ThreadLocal<SplittableRandom> RANDOM =
      ThreadLocal.withInitial(
          () -> new SplittableRandom(new java.security.SecureRandom().nextLong()));

  private RecordId() {}

  public static String at(Instant instant) {
    SplittableRandom random = RANDOM.get();
    long high = instant.toEpochMilli() << 16 | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
