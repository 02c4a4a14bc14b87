package cn.trustregistry.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DERUniversalString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinguishedNameTest {
  private static final ASN1ObjectIdentifier CN = new ASN1ObjectIdentifier("2.5.4.3");
  private static final ASN1ObjectIdentifier OU = new ASN1ObjectIdentifier("2.5.4.11");

  private static DistinguishedName named(ASN1Encodable value) {
    return name(new RDN[] {new RDN(CN, value)});
  }

  private static DistinguishedName name(RDN... rdns) {
    try {
      return DistinguishedName.parse(new X500Name(rdns).getEncoded("DER"));
    } catch (IOException | MalformedObjectException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DistinguishedName utf8(String text) {
    return named(new DERUTF8String(text));
  }

  /** RFC 4518 section 2, and the examples of its appendices. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Good CA|good ca",
        "Good CA|GOOD   CA",
        "' Good CA '|Good CA",
        "Good\tCA|Good CA",
        "Good\u00a0CA|Good CA",
        "Good\u2003CA|Good CA",
        "Good\u0085CA|Good CA",
        "go\u00ADod|good",
        "go\u200Bod|good",
        "go\u0007od|good",
        "go\ufe0fod|good",
        "go\u034fod|good",
        "go\ufffcod|good",
        "ＡＢＣ|abc",
        "ﬁne|fine",
        "Straße|STRASSE",
        "ÀÉ|àé",
        "e\u0301|é",
        "广西ＣＡ|广西ca"
      })
  void strings_are_prepared_before_they_are_compared(String one, String other) {
    assertThat(utf8(one)).isEqualTo(utf8(other)).hasSameHashCodeAs(utf8(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Good CA|GoodCA", "a|b", "广西|广東", "a b|ab", "abc|abcd", "#61|a"})
  void different_strings_stay_different(String one, String other) {
    assertThat(utf8(one)).isNotEqualTo(utf8(other));
  }

  @Test
  void kind_of_string_makes_no_difference() {
    assertThat(named(new DERPrintableString("Good CA"))).isEqualTo(utf8("good ca"));
    assertThat(named(new DERIA5String("Good CA"))).isEqualTo(utf8("Good CA"));
    assertThat(named(new DERBMPString("广西 CA"))).isEqualTo(utf8("广西 ca"));
    assertThat(named(new DERT61String("Good CA"))).isEqualTo(utf8("Good CA"));
    assertThat(named(new DERUniversalString(HexFormat.of().parseHex("00005E7F"))))
        .isEqualTo(utf8("广"));
  }

  @Test
  void values_that_are_no_strings_are_compared_octet_by_octet() {
    assertThat(named(new DERBitString(new byte[] {1})))
        .isEqualTo(named(new DERBitString(new byte[] {1})));
    assertThat(named(new DERBitString(new byte[] {1})))
        .isNotEqualTo(named(new DERBitString(new byte[] {2})));
    assertThat(named(new DERBitString(new byte[] {1}))).isNotEqualTo(utf8("#03020001"));
    assertThat(named(new DERBitString(new byte[] {1})).values("2.5.4.3")).isEmpty();
  }

  @Test
  void type_and_place_of_an_attribute_count() {
    DERUTF8String a = new DERUTF8String("a");
    DERUTF8String b = new DERUTF8String("b");
    assertThat(name(new RDN(CN, a))).isNotEqualTo(name(new RDN(OU, a)));
    assertThat(name(new RDN(CN, a), new RDN(OU, b)))
        .isNotEqualTo(name(new RDN(OU, b), new RDN(CN, a)));
    RDN both =
        new RDN(
            new AttributeTypeAndValue[] {
              new AttributeTypeAndValue(CN, a), new AttributeTypeAndValue(OU, b)
            });
    RDN turned =
        new RDN(
            new AttributeTypeAndValue[] {
              new AttributeTypeAndValue(OU, b), new AttributeTypeAndValue(CN, a)
            });
    assertThat(name(both))
        .isEqualTo(name(turned))
        .isNotEqualTo(name(new RDN(CN, a), new RDN(OU, b)));
    assertThat(name(both).values("2.5.4.11")).containsExactly("b");
  }

  @Test
  void subtree_is_counted_in_whole_relative_names() {
    RDN a = new RDN(CN, new DERUTF8String("a"));
    DistinguishedName base = name(a);
    assertThat(name(a, new RDN(OU, new DERUTF8String("x"))).isWithin(base)).isTrue();
    assertThat(base.isWithin(base)).isTrue();
    assertThat(utf8("ab").isWithin(base)).isFalse();
    assertThat(base.isWithin(name(a, a))).isFalse();
    assertThat(base.isWithin(name(new RDN[0]))).isTrue();
    assertThat(name(new RDN[0]).isEmpty()).isTrue();
    assertThat(base.isEmpty()).isFalse();
  }

  @Test
  void relative_name_completes_a_name() throws Exception {
    RDN a = new RDN(CN, new DERUTF8String("a"));
    byte[] set = new DERSet(new RDN(OU, new DERUTF8String("x")).getFirst()).getEncoded("DER");
    byte[] content = DerReader.over(set, "set").content(DerReader.SET, "set");
    assertThat(name(a).with(content)).isEqualTo(name(a, new RDN(OU, new DERUTF8String("x"))));
    assertThatThrownBy(() -> name(a).with(new byte[0])).hasMessageContaining("without attributes");
  }

  @Test
  void name_is_shown_and_handed_out_as_it_was_encoded() throws Exception {
    byte[] der = new X500Name("C=CN,O=广西CA,CN=Root").getEncoded("DER");
    DistinguishedName name = DistinguishedName.parse(der);
    assertThat(name).hasToString("C=CN,O=广西CA,CN=Root");
    assertThat(name.der()).isEqualTo(der);
    assertThat(name.relatives()).hasSize(3);
    assertThat(name.key()).isEqualTo("2.5.4.6=cn\u00012.5.4.10=广西ca\u00012.5.4.3=root\u0001");
  }

  @ParameterizedTest
  @CsvSource({
    "3003310100, unexpected tag",
    "30023100, without attributes",
    "30003000, too many",
    "3101, longer"
  })
  void broken_name_is_refused(String hex, String complaint) {
    assertThatThrownBy(() -> DistinguishedName.parse(HexFormat.of().parseHex(hex)))
        .isInstanceOf(MalformedObjectException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a,b+c|CN=a\\,b\\+c",
        "#x#|CN=\\#x#",
        "' x '|CN=\\ x\\ ",
        "a b|CN=a b",
        "a\u0000b|CN=a\\00b",
        "a\u202eb|CN=a\\E2\\80\\AEb",
        "广西|CN=广西",
        "\ud83d\ude00|CN=\ud83d\ude00"
      })
  void name_is_shown_so_that_nothing_in_it_can_mislead(String text, String shown) {
    assertThat(utf8(text)).hasToString(shown);
  }

  @Test
  void unknown_types_and_values_are_shown_in_numbers() {
    RDN odd = new RDN(new ASN1ObjectIdentifier("1.2.3"), new DERUTF8String("x"));
    RDN two =
        new RDN(
            new AttributeTypeAndValue[] {
              new AttributeTypeAndValue(CN, new DERUTF8String("a")),
              new AttributeTypeAndValue(OU, new DERUTF8String("b"))
            });
    assertThat(name(odd, two)).hasToString("1.2.3=x,CN=a+OU=b");
    assertThat(named(new DERBitString(new byte[] {1}))).hasToString("CN=#03020001");
  }

  @Test
  void half_a_wide_character_is_refused() {
    byte[] odd = HexFormat.of().parseHex("300C310A300806035504031E0141");
    assertThatThrownBy(() -> DistinguishedName.parse(odd))
        .isInstanceOf(MalformedObjectException.class);
  }
}
