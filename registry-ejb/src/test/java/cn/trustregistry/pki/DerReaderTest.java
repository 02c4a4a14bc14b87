package cn.trustregistry.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerReaderTest {
  private static DerReader over(String hex) {
    return DerReader.over(HexFormat.of().parseHex(hex), "thing");
  }

  /** Encodings that X.690 10 and 11 do not allow, each with a word of the complaint. */
  @ParameterizedTest
  @CsvSource({
    "'',                 missing",
    "30,                 cut-off",
    "3080020100,         indefinite",
    "308103020100,       minimal",
    "30820003020100,     minimal",
    "3085000000000302010000, over-long",
    "3003020100020100,   too many",
    "300302020001,       longer",
    "3004020200FF00,     too many",
    "300402020001,       superfluous",
    "30040202FF80,       superfluous",
    "30020200,           without octets",
    "3003010101,         boolean",
    "300401020000,       boolean",
    "30020100,           boolean",
    "3003030108,         unused",
    "30020300,           unused",
    "3003030101,         unused",
    "300403020101,       unused bits",
    "300303017F,         unused",
    "30020600,           object identifier",
    "3003060180,         object identifier",
    "300406028001,       object identifier",
    "3003060188,         object identifier",
    "3003050100,         NULL",
    "3003240100,         unexpected tag",
    "30021000,           unexpected tag",
    "30021100,           unexpected tag",
    "30021F00,           unexpected tag",
    "30020000,           unexpected tag",
    "3003BF0100,         unexpected tag",
    "31020500,           unexpected tag"
  })
  void encoding_that_is_not_der_is_refused(String hex, String complaint) {
    DerReader reader = over(hex);
    assertThatThrownBy(
            () -> {
              if (!reader.nextIs(DerReader.SEQUENCE)) {
                reader.sequence("thing");
              }
              reader.skip("thing");
              reader.expectEnd();
            })
        .isInstanceOf(MalformedObjectException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "020100, 0",
    "02017F, 127",
    "02020080, 128",
    "0201FF, -1",
    "020180, -128",
    "0202FF7F, -129",
    "02030100FF, 65791"
  })
  void integers_are_read_with_their_sign(String hex, BigInteger value) throws Exception {
    assertThat(over(hex).integer("n")).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "020100, 0",
    "02047FFFFFFF, 2147483647",
    "02050080000000, 2147483647",
    "020900FFFFFFFFFFFFFFFF, 2147483647",
    "020105, 5"
  })
  void count_that_does_not_fit_is_the_largest(String hex, int value) throws Exception {
    assertThat(over(hex).count(DerReader.INTEGER, "n")).isEqualTo(value);
  }

  @Test
  void negative_count_is_refused() {
    assertThatThrownBy(() -> over("0201FF").count(DerReader.INTEGER, "n"))
        .hasMessageContaining("negative");
  }

  @ParameterizedTest
  @CsvSource({
    "0603551D13, 2.5.29.19",
    "06082A811CCF55018375, 1.2.156.10197.1.501",
    "0609608648016503040201, 2.16.840.1.101.3.4.2.1",
    "060127, 0.39",
    "060128, 1.0",
    "060177, 2.39",
    "060100, 0.0",
    "06028837, 2.999"
  })
  void object_identifiers_are_read(String hex, String dotted) throws Exception {
    assertThat(over(hex).oid("oid")).isEqualTo(dotted);
  }

  @Test
  void object_identifier_beyond_64_octets_or_63_bits_is_refused() throws Exception {
    assertThat(over("0640" + "01".repeat(64)).oid("oid")).startsWith("0.1.1.1");
    assertThatThrownBy(() -> over("0641" + "01".repeat(65)).oid("oid"))
        .isInstanceOf(MalformedObjectException.class);
    assertThatThrownBy(() -> over("060C2A" + "FF".repeat(10) + "7F").oid("oid"))
        .isInstanceOf(MalformedObjectException.class);
  }

  @Test
  void long_lengths_are_read_when_they_are_minimal() throws Exception {
    assertThat(over("04817F" + "00".repeat(127)).peek()).isEqualTo(4);
    assertThatThrownBy(() -> over("04817F" + "00".repeat(127)).content(4, "x"))
        .hasMessageContaining("minimal");
    assertThat(over("048180" + "AB".repeat(128)).content(4, "x")).hasSize(128);
    assertThat(over("04820100" + "AB".repeat(256)).content(4, "x")).hasSize(256);
    assertThatThrownBy(() -> over("048200FF" + "AB".repeat(255)).content(4, "x"))
        .hasMessageContaining("minimal");
    assertThatThrownBy(() -> over("0484FFFFFFFF00").content(4, "x")).hasMessageContaining("large");
  }

  @Test
  void nesting_has_an_end() throws Exception {
    assertThat(nested(32).element("x")).isNotEmpty();
    assertThatThrownBy(() -> nested(33).element("x")).hasMessageContaining("nested deeper");
  }

  private static DerReader nested(int depth) {
    byte[] inner = {};
    for (int i = 0; i < depth; i++) {
      inner = DerWriter.element(DerReader.SEQUENCE, inner);
    }
    return DerReader.over(inner, "x");
  }

  @Test
  void element_is_handed_out_whole_and_the_reader_goes_on_behind_it() throws Exception {
    DerReader reader = over("3003020105" + "0101FF" + "03020780");
    assertThat(reader.element("x")).isEqualTo(HexFormat.of().parseHex("3003020105"));
    assertThat(reader.position()).isEqualTo(5);
    assertThat(reader.atEnd()).isFalse();
    assertThat(reader.bool("x")).isTrue();
    assertThat(reader.bitString(DerReader.BIT_STRING, "x")).isEqualTo(new byte[] {(byte) 0x80});
    assertThat(reader.atEnd()).isTrue();
    assertThat(reader.peek()).isEqualTo(-1);
    reader.expectEnd();
    assertThatThrownBy(() -> reader.bool("flag"))
        .isInstanceOfSatisfying(
            MalformedObjectException.class,
            e -> {
              assertThat(e.what()).isEqualTo("flag");
              assertThat(e.why()).isEqualTo("is missing");
              assertThat(e.offset()).isEqualTo(12);
            });
  }

  @Test
  void sub_reader_ends_where_its_element_ends() throws Exception {
    DerReader reader = over("3003020105020106");
    DerReader inner = reader.sequence("x");
    assertThat(inner.integer("x")).isEqualTo(5);
    assertThat(inner.atEnd()).isTrue();
    assertThat(reader.integer("x")).isEqualTo(6);
  }

  @Test
  void every_kind_of_primitive_can_be_passed_over() throws Exception {
    DerReader reader =
        over("010100" + "020101" + "030100" + "0401AA" + "0500" + "060129" + "0C0141" + "8001FF");
    int elements = 0;
    while (!reader.atEnd()) {
      reader.skip("x");
      elements++;
    }
    assertThat(elements).isEqualTo(8);
  }

  @Test
  void text_has_to_be_in_its_character_set() throws Exception {
    assertThat(over("0C06E5B9BFE8A5BF").text(0x0C, StandardCharsets.UTF_8, "x")).isEqualTo("广西");
    assertThatThrownBy(() -> over("0C02E5B9").text(0x0C, StandardCharsets.UTF_8, "x"))
        .hasMessageContaining("not UTF-8");
    assertThat(over("16026162").ascii(0x16, "x")).isEqualTo("ab");
    assertThat(over("16017F").ascii(0x16, "x")).isEqualTo("\u007f");
    assertThatThrownBy(() -> over("16026180").ascii(0x16, "x")).hasMessageContaining("not ASCII");
  }

  @Test
  void tags_of_the_context_are_composed() {
    assertThat(DerReader.context(3)).isEqualTo(0x83);
    assertThat(DerReader.contextConstructed(3)).isEqualTo(0xA3);
  }

  @Test
  void writer_and_reader_agree_on_lengths() throws Exception {
    for (int length : new int[] {0, 1, 127, 128, 255, 256, 65_535, 65_536}) {
      byte[] element = DerWriter.element(DerReader.OCTET_STRING, new byte[length]);
      DerReader reader = DerReader.over(element, "x");
      assertThat(reader.content(DerReader.OCTET_STRING, "x")).hasSize(length);
      reader.expectEnd();
    }
  }
}
