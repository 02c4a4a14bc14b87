package cn.trustregistry.pki.gm;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectIdMappingTest {
  private static final String CODE = "91350100M000100Y43";
  private static final String OTHER = "91110000802100433B";
  private static final String OID = "1.2.156.10260.4.1.4";

  private final TestPki.Authority ca = TestPki.root("C=CN,O=CA", TestKey.Kind.SM2);

  private static SubjectId read(Certificate certificate) {
    return SubjectIdMapping.COMMON.read(certificate);
  }

  private static SubjectId.Found found(SubjectIdPlace place) {
    return new SubjectId.Found(new UnifiedSocialCreditCode(CODE), place);
  }

  static List<ASN1Encodable> encodings() throws Exception {
    return List.of(
        new DERPrintableString(CODE),
        new DERUTF8String(CODE),
        new DERBMPString(CODE),
        new DEROctetString(new DERUTF8String(CODE).getEncoded()));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void code_is_read_from_an_extension_however_it_is_wrapped(ASN1Encodable value) {
    Certificate certificate =
        ca.issue("CN=Unit", spec -> spec.extension(OID, false, value)).certificate();
    assertThat(read(certificate)).isEqualTo(found(new SubjectIdPlace.InExtension(OID)));
  }

  @Test
  void code_is_read_from_an_extension_of_bare_characters() {
    byte[] bare = CODE.getBytes(StandardCharsets.UTF_8);
    Certificate certificate =
        ca.issue("CN=Unit", spec -> spec.rawExtension(OID, false, bare)).certificate();
    assertThat(read(certificate)).isEqualTo(found(new SubjectIdPlace.InExtension(OID)));
  }

  @Test
  void extension_that_is_no_text_says_nothing() {
    byte[] octets = {(byte) 0xFF, (byte) 0xFE};
    assertThat(
            read(ca.issue("CN=Unit", spec -> spec.rawExtension(OID, false, octets)).certificate()))
        .isEqualTo(new SubjectId.Absent());
    Certificate sequence =
        ca.issue("CN=Unit", spec -> spec.extension(OID, false, new DERSequence())).certificate();
    assertThat(read(sequence)).isEqualTo(new SubjectId.Absent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CODE,
        "广西某公司@" + CODE + "@01",
        "NTRCN-" + CODE,
        "(" + CODE + ")",
        "91350100m000100y43"
      })
  void code_is_found_inside_the_common_name(String name) {
    assertThat(read(ca.issue("C=CN,CN=" + name).certificate()))
        .isEqualTo(found(new SubjectIdPlace.InSubject("2.5.4.3")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"广西某公司", "A" + CODE, CODE + "1", "450102199001011"})
  void what_only_contains_a_code_by_chance_is_none(String name) {
    assertThat(read(ca.issue("C=CN,CN=" + name).certificate())).isEqualTo(new SubjectId.Absent());
  }

  @Test
  void wrong_check_character_is_reported_with_its_place() {
    String wrong = "91350100M000100Y44";
    assertThat(read(ca.issue("C=CN,OU=" + wrong + ",CN=Unit").certificate()))
        .isEqualTo(
            new SubjectId.BadCheckCharacter(wrong, new SubjectIdPlace.InSubject("2.5.4.11")));
  }

  @Test
  void right_code_counts_beside_something_that_looks_like_one() {
    assertThat(read(ca.issue("C=CN,OU=450102199001011234,CN=" + CODE).certificate()))
        .isEqualTo(found(new SubjectIdPlace.InSubject("2.5.4.3")));
  }

  @Test
  void same_code_in_two_places_is_found_in_the_first() {
    assertThat(read(ca.issue("C=CN,OU=" + CODE + ",CN=" + CODE).certificate()))
        .isEqualTo(found(new SubjectIdPlace.InSubject("2.5.4.11")));
  }

  @Test
  void two_different_codes_conflict() {
    assertThat(read(ca.issue("C=CN,OU=" + OTHER + ",CN=" + CODE).certificate()))
        .isEqualTo(
            new SubjectId.Conflicting(
                List.of(
                    new SubjectId.Found(
                        new UnifiedSocialCreditCode(OTHER),
                        new SubjectIdPlace.InSubject("2.5.4.11")),
                    found(new SubjectIdPlace.InSubject("2.5.4.3")))));
  }

  @Test
  void places_the_tenant_has_not_named_are_not_looked_at() {
    SubjectIdMapping mapping =
        new SubjectIdMapping(List.of(new SubjectIdPlace.InSubject("2.5.4.11")));
    assertThat(mapping.read(ca.issue("C=CN,CN=" + CODE).certificate()))
        .isEqualTo(new SubjectId.Absent());
  }

  @Test
  void role_is_told_from_key_usage() {
    assertThat(role(KeyUsage.digitalSignature)).isEqualTo(CertificateRole.SIGNING);
    assertThat(role(KeyUsage.nonRepudiation)).isEqualTo(CertificateRole.SIGNING);
    assertThat(role(KeyUsage.keyEncipherment)).isEqualTo(CertificateRole.ENCRYPTION);
    assertThat(role(KeyUsage.dataEncipherment)).isEqualTo(CertificateRole.ENCRYPTION);
    assertThat(role(KeyUsage.keyAgreement)).isEqualTo(CertificateRole.ENCRYPTION);
    assertThat(role(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
        .isEqualTo(CertificateRole.BOTH);
    assertThat(role(KeyUsage.keyCertSign)).isEqualTo(CertificateRole.NEITHER);
    assertThat(CertificateRole.of(ca.issue("CN=Unit").certificate()))
        .isEqualTo(CertificateRole.BOTH);
  }

  private CertificateRole role(int usage) {
    return CertificateRole.of(ca.issue("CN=Unit", spec -> spec.keyUsage(usage)).certificate());
  }
}
