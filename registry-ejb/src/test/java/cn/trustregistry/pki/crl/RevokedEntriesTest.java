package cn.trustregistry.pki.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.pki.MalformedObjectException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of lists, octet by octet: X.690, RFC 5280 5.1.2.6 and 5.3. */
class RevokedEntriesTest {
  private static final byte[] SERIAL = {2, 1, 5};
  private static final byte[] DATE = RawList.time("250101000000Z");

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static RevocationList list(byte[]... parts) throws MalformedObjectException {
    return RevocationList.read(RawList.of(RawList.element(0x30, parts)), CrlSigners.NONE);
  }

  private static RevokedEntry only(RevocationList list, long serial) {
    assertThat(list.size()).isEqualTo(1);
    RevokedEntry entry = list.find(BigInteger.valueOf(serial), list.issuer());
    assertThat(entry).as("%s", serial).isNotNull();
    return entry;
  }

  private static void assertMalformed(String why, byte[]... parts) {
    assertThatThrownBy(() -> list(parts))
        .isInstanceOf(MalformedObjectException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({
    "020100, 0",
    "02017f, 127",
    "0201ff, -1",
    "020180, -128",
    "02020080, 128",
    "020200ff, 255",
    "02020100, 256",
    "0202ff7f, -129",
    "0202ff00, -256",
    "0203ff7fff, -32769"
  })
  void serial_number_is_read_with_its_sign(String encoded, long serial)
      throws MalformedObjectException {
    RevocationList list = list(hex(encoded), DATE);
    only(list, serial);
    assertThat(list.find(BigInteger.valueOf(serial + 1), list.issuer())).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0200, 0 octets",
    "02020000, superfluous",
    "0202007f, superfluous",
    "0202ff80, superfluous",
    "0202ffff, superfluous",
    "02810105, not minimal",
    "0282000105, not minimal",
    "028005, over-long",
    "028300000105, over-long",
    "040105, another tag",
    "022005, longer than itself"
  })
  void serial_number_that_is_not_der_is_refused(String encoded, String why) {
    assertMalformed(why, hex(encoded), DATE);
  }

  @Test
  void entry_that_ends_early_is_refused() {
    assertMalformed("cut off");
    assertMalformed("cut off", hex("02"));
    assertMalformed("cut off", SERIAL);
    assertMalformed("cut off", SERIAL, hex("17"));
    assertMalformed("longer than itself", SERIAL, hex("170d32"));
  }

  @ParameterizedTest
  @CsvSource({
    "000229000000Z, 2000-02-29T00:00:00Z",
    "240229235959Z, 2024-02-29T23:59:59Z",
    "491231235959Z, 2049-12-31T23:59:59Z",
    "500101000000Z, 1950-01-01T00:00:00Z",
    "250131010203Z, 2025-01-31T01:02:03Z",
    "250430100000Z, 2025-04-30T10:00:00Z",
    "250228000000Z, 2025-02-28T00:00:00Z",
    "20960229120000Z, 2096-02-29T12:00:00Z",
    "21000228235959Z, 2100-02-28T23:59:59Z",
    "21000301000000Z, 2100-03-01T00:00:00Z",
    "24000229000000Z, 2400-02-29T00:00:00Z",
    "20501130091009Z, 2050-11-30T09:10:09Z"
  })
  void date_of_revocation_is_read_to_the_second(String text, Instant instant)
      throws MalformedObjectException {
    assertThat(only(list(SERIAL, RawList.time(text)), 5).revokedAt()).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "250229000000Z",
        "250001000000Z",
        "251301000000Z",
        "250100000000Z",
        "250132000000Z",
        "250431000000Z",
        "250101240000Z",
        "250101006000Z",
        "250101000060Z",
        "25010100000:Z",
        "25010100000/Z",
        "250101000000+",
        "2501010000Z",
        "21000229000000Z",
        "23000229000000Z"
      })
  void date_that_is_none_is_refused(String text) {
    assertMalformed("date", SERIAL, RawList.time(text));
  }

  /** An unknown critical extension and a hold instruction whose values have this many octets. */
  @Test
  void lengths_of_one_two_and_three_octets_are_read() throws MalformedObjectException {
    for (int size = 100; size < 300; size++) {
      byte[] value = RawList.element(4, new byte[size]);
      byte[] unknown = RawList.element(0x30, hex("06032a0304"), hex("0101ff"), value);
      byte[] hold = RawList.element(0x30, hex("0603551d17"), value);
      assertThat(list(SERIAL, DATE, RawList.element(0x30, unknown)).unknownCriticalInEntries())
          .containsExactly("1.2.3.4");
      assertThat(only(list(SERIAL, DATE, RawList.element(0x30, hold, reason())), 5).reason())
          .isEqualTo(RevocationReason.KEY_COMPROMISE);
    }
  }

  private static byte[] reason() {
    return RawList.element(0x30, hex("0603551d15"), hex("04030a0101"));
  }

  @ParameterizedTest
  @CsvSource({
    "300d0603551d1501010004030a0101, criticality",
    "300e0603551d150102000004030a0101, criticality",
    "300d0603551d150101ff04030a0101, ''",
    "300b0603551d1504040a010100, behind an extension",
    "300b0603551d1504030a010100, behind an extension",
    "300b0603551d1504040a020001, reason code",
    "300a0603551d1505030a0101, another tag",
    "300906032a030404020500, ''",
    "300a06032a03040402050000, too many",
    "300c06032a030401010004020500, criticality"
  })
  void extension_of_an_entry_has_to_be_der(String encoded, String why)
      throws MalformedObjectException {
    byte[] extensions = RawList.element(0x30, hex(encoded));
    if (why.isEmpty()) {
      only(list(SERIAL, DATE, extensions), 5);
    } else {
      assertMalformed(why, SERIAL, DATE, extensions);
    }
  }

  @Test
  void extensions_that_are_there_are_not_empty_and_come_last() {
    assertMalformed("no extensions", SERIAL, DATE, hex("3000"));
    assertMalformed("octets behind", SERIAL, DATE, RawList.element(0x30, reason()), hex("0500"));
  }
}
