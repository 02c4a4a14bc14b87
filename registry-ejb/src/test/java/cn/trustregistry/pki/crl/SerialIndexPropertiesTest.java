package cn.trustregistry.pki.crl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** The index against a map of the same entries. */
class SerialIndexPropertiesTest {
  private static final long FIRST = -2_208_988_800L; // 1900-01-01
  private static final long LAST = 66_510_000_000L; // in 4077

  /** One entry as a list would have it. */
  record Given(
      BigInteger serial,
      long revokedAt,
      RevocationReason reason,
      @Nullable Long invalidSince,
      int issuer) {}

  /** What identifies a certificate within a list. */
  record Key(BigInteger serial, int issuer) {}

  @Provide
  Arbitrary<List<Given>> entries() {
    Arbitrary<BigInteger> random =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMinSize(1)
            .ofMaxSize(SerialIndex.MAX_SERIAL_OCTETS)
            .map(BigInteger::new);
    Arbitrary<BigInteger> small =
        Arbitraries.integers().between(-300, 300).map(BigInteger::valueOf);
    Arbitrary<BigInteger> serials = Arbitraries.oneOf(random, small);
    Arbitrary<Long> times = Arbitraries.longs().between(FIRST, LAST);
    return Combinators.combine(
            serials,
            times,
            Arbitraries.of(RevocationReason.values()),
            times.injectNull(0.7),
            Arbitraries.of(0, 0, 0, 1, 65_535))
        .as(Given::new)
        .list()
        .ofMaxSize(400);
  }

  @Property(tries = 300)
  void finds_exactly_what_was_added(@ForAll("entries") List<Given> entries) {
    SerialIndex index = index(entries);
    Map<Key, Given> reference = reference(entries);
    assertThat(index.size()).isEqualTo(entries.size());
    reference.forEach((key, given) -> assertFound(index, key, given));
    for (Given given : entries) {
      for (BigInteger near :
          List.of(
              given.serial().add(BigInteger.ONE), given.serial().negate(), given.serial().not())) {
        Key key = new Key(near, given.issuer());
        if (near.toByteArray().length <= SerialIndex.MAX_SERIAL_OCTETS
            && !reference.containsKey(key)) {
          assertThat(index.find(near, given.issuer())).isNull();
        }
      }
      Key elsewhere = new Key(given.serial(), 7);
      assertThat(index.find(elsewhere.serial(), elsewhere.issuer())).isNull();
    }
  }

  @Property(tries = 12)
  void finds_exactly_what_was_added_in_long_lists(
      @ForAll @IntRange(min = 1, max = 20) int octets,
      @ForAll @IntRange(min = 1_000, max = 120_000) int count,
      @ForAll @LongRange(min = 0) long seed) {
    Random random = new Random(seed);
    SerialIndex.Builder builder = new SerialIndex.Builder();
    Map<BigInteger, Long> reference = new HashMap<>();
    for (int i = 0; i < count; i++) {
      BigInteger serial = new BigInteger(8 * octets - 1, random);
      add(builder, new Given(serial, i, RevocationReason.UNSPECIFIED, null, 0));
      reference.merge(serial, (long) i, Math::min);
    }
    SerialIndex index = builder.build();
    reference.forEach(
        (serial, at) ->
            assertFound(
                index,
                new Key(serial, 0),
                new Given(serial, at, RevocationReason.UNSPECIFIED, null, 0)));
    for (int i = 0; i < 10_000; i++) {
      BigInteger other = new BigInteger(8 * octets - 1, random);
      assertThat(index.find(other, 0) != null).isEqualTo(reference.containsKey(other));
    }
  }

  private static void assertFound(SerialIndex index, Key key, Given given) {
    RevokedEntry found = index.find(key.serial(), key.issuer());
    assertThat(found).isNotNull();
    if (found != null) {
      assertThat(found.revokedAt()).isEqualTo(Instant.ofEpochSecond(given.revokedAt()));
      assertThat(found.reason()).isEqualTo(given.reason());
      assertThat(found.invalidSince())
          .isEqualTo(
              given.invalidSince() == null ? null : Instant.ofEpochSecond(given.invalidSince()));
    }
  }

  private static SerialIndex index(List<Given> entries) {
    SerialIndex.Builder builder = new SerialIndex.Builder();
    entries.forEach(given -> add(builder, given));
    return builder.build();
  }

  private static void add(SerialIndex.Builder builder, Given given) {
    byte[] serial = given.serial().toByteArray();
    long invalidSince = given.invalidSince() == null ? DerTime.UNREADABLE : given.invalidSince();
    builder.add(
        serial,
        0,
        serial.length,
        given.revokedAt(),
        given.reason().code(),
        invalidSince,
        given.issuer());
  }

  /** The severer reading of every certificate, spelled out. */
  private static Map<Key, Given> reference(List<Given> entries) {
    Map<Key, Given> reference = new HashMap<>();
    for (Given given : entries) {
      reference.merge(
          new Key(given.serial(), given.issuer()), given, SerialIndexPropertiesTest::severer);
    }
    return reference;
  }

  private static Given severer(Given first, Given second) {
    RevocationReason reason = severity(second) > severity(first) ? second.reason() : first.reason();
    long revokedAt = Math.min(first.revokedAt(), second.revokedAt());
    return new Given(first.serial(), revokedAt, reason, first.invalidSince(), first.issuer());
  }

  private static int severity(Given given) {
    return switch (given.reason()) {
      case REMOVE_FROM_CRL -> 0;
      case CERTIFICATE_HOLD -> 1;
      default -> 2;
    };
  }
}
