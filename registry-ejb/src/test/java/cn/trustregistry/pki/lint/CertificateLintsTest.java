package cn.trustregistry.pki.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class CertificateLintsTest {
  private static final String NAME = "C=CN,O=Holder,CN=Holder";
  private static final String CODE_EXTENSION = "1.2.156.10260.4.1.4";
  private static final TestPki.Authority RSA =
      TestPki.root("CN=RSA Root", TestKey.Kind.RSA).authority("CN=RSA CA");
  private static final TestPki.Authority SM2 =
      TestPki.root("CN=SM2 Root", TestKey.Kind.SM2).authority("CN=SM2 CA");
  private static final TestPki.Authority P256 =
      TestPki.root("CN=EC Root", TestKey.Kind.P256).authority("CN=EC CA");

  @Test
  void certificate_as_it_should_be_has_no_findings() {
    assertThat(lints(RSA, NAME, spec -> spec)).isEmpty();
    assertThat(lints(SM2, NAME, spec -> spec)).isEmpty();
    assertThat(lints(P256, NAME, spec -> spec)).isEmpty();
  }

  @Test
  void small_rsa_key_is_an_error() {
    List<Finding> found =
        findings(RSA, NAME, spec -> spec.key(TestKey.of(TestKey.Kind.RSA_1024, "small")));
    assertThat(found).extracting(Finding::lint).containsExactly("e_rsa_mod_less_than_2048_bits");
    assertThat(found.get(0).isError()).isTrue();
    assertThat(found.get(0).detail()).contains("1024");
  }

  @Test
  void sha_1_signature_is_an_error() {
    TestPki.Authority old = TestPki.root("CN=Old", TestKey.Kind.RSA_SHA1);
    assertThat(lints(old, NAME, spec -> spec)).containsExactly("e_sub_cert_or_sub_ca_using_sha1");
  }

  @Test
  void sm2_key_that_is_not_signed_with_sm3_is_a_warning() {
    List<Finding> found =
        findings(RSA, NAME, spec -> spec.key(TestKey.of(TestKey.Kind.SM2, "other")));
    assertThat(found)
        .extracting(Finding::lint)
        .containsExactly("w_gmt0015_sm2_key_not_signed_with_sm3");
    assertThat(found.get(0).isError()).isFalse();
  }

  @Test
  void serial_number_that_is_not_positive_or_too_long_is_an_error() {
    assertThat(lints(RSA, NAME, spec -> spec.serial(0)))
        .containsExactly("e_serial_number_not_positive");
    assertThat(lints(RSA, NAME, spec -> spec.serial(-5)))
        .containsExactly("e_serial_number_not_positive");
  }

  @Test
  void validity_that_ends_before_it_begins_is_an_error() {
    assertThat(lints(RSA, NAME, spec -> spec.from(TestPki.NOW).to(TestPki.NOW.minusSeconds(1))))
        .containsExactly("e_validity_time_not_positive");
  }

  @Test
  void key_usage_that_is_missing_empty_or_not_critical_is_told_apart() {
    assertThat(lints(RSA, NAME, spec -> spec.without(Extensions.KEY_USAGE)))
        .containsExactly("w_gbt20518_key_usage_missing");
    assertThat(lints(RSA, NAME, spec -> spec.keyUsage(0)))
        .containsExactly("e_ext_key_usage_without_bits");
    assertThat(
            lints(
                RSA,
                NAME,
                spec ->
                    spec.extension(
                        Extensions.KEY_USAGE, false, new KeyUsage(KeyUsage.digitalSignature))))
        .containsExactly("w_ext_key_usage_not_critical");
  }

  @Test
  void holder_s_key_that_may_sign_certificates_is_an_error() {
    assertThat(lints(RSA, NAME, spec -> spec.keyUsage(KeyUsage.keyCertSign)))
        .containsExactly(
            "e_gbt20518_neither_signing_nor_encryption", "e_ext_key_usage_cert_sign_without_ca");
  }

  @Test
  void usages_that_the_kind_of_key_cannot_have_are_warnings() {
    assertThat(lints(RSA, NAME, spec -> spec.keyUsage(KeyUsage.keyAgreement)))
        .containsExactly("e_rsa_allowed_ku_ee");
    assertThat(lints(P256, NAME, spec -> spec.keyUsage(KeyUsage.dataEncipherment)))
        .containsExactly("e_ecdsa_allowed_ku");
    assertThat(lints(SM2, NAME, spec -> spec.keyUsage(KeyUsage.dataEncipherment))).isEmpty();
    assertThat(
            lints(
                SM2,
                NAME,
                spec -> spec.keyUsage(KeyUsage.dataEncipherment | KeyUsage.digitalSignature)))
        .containsExactly("w_gbt20518_signing_and_encryption_in_one");
  }

  @Test
  void missing_key_identifiers_are_found() {
    assertThat(lints(RSA, NAME, spec -> spec.without(Extensions.AUTHORITY_KEY_IDENTIFIER)))
        .containsExactly("e_ext_authority_key_identifier_no_key_identifier");
    assertThat(lints(RSA, NAME, spec -> spec.without(Extensions.SUBJECT_KEY_IDENTIFIER)))
        .containsExactly("w_ext_subject_key_identifier_missing_sub_cert");
  }

  @Test
  void extensions_that_must_not_be_critical_or_there_are_errors() {
    assertThat(
            lints(
                RSA,
                NAME,
                spec ->
                    spec.rawExtension(
                        Extensions.SUBJECT_KEY_IDENTIFIER, true, new byte[] {4, 1, 7})))
        .containsExactly("e_ext_subject_key_identifier_critical");
    assertThat(
            lints(
                RSA,
                NAME,
                spec ->
                    spec.extension(
                        Extensions.BASIC_CONSTRAINTS, true, new DERSequence(new ASN1Integer(0)))))
        .containsExactly("e_path_len_constraint_improperly_included");
    assertThat(
            lints(
                RSA,
                NAME,
                spec ->
                    spec.extension(
                        Extensions.EXTENDED_KEY_USAGE,
                        true,
                        new DERSequence(KeyPurposeId.anyExtendedKeyUsage))))
        .containsExactly("w_eku_critical_improperly");
  }

  @Test
  void name_without_anything_or_with_too_much_is_found() {
    assertThat(lints(RSA, "", spec -> spec)).containsExactly("e_subject_empty_without_san");
    assertThat(lints(RSA, "C=cn,CN=#0c81c3" + "e5908d".repeat(65), spec -> spec))
        .containsExactly("e_subject_common_name_max_length", "e_subj_country_not_uppercase");
    assertThat(lints(RSA, "C=CN,CN=" + "名".repeat(64), spec -> spec)).isEmpty();
    assertThat(lints(RSA, "CN=\\ Holder\\ ", spec -> spec))
        .containsExactly("w_subject_dn_leading_whitespace", "w_subject_dn_trailing_whitespace");
  }

  @Test
  void credit_code_with_a_wrong_check_character_or_against_another_is_an_error() {
    assertThat(lints(RSA, NAME, spec -> code(spec, "91450100MA5DEM13CX"))).isEmpty();
    assertThat(lints(RSA, NAME, spec -> code(spec, "91450100MA5DEM13CY")))
        .containsExactly("e_uscc_check_character");
    assertThat(lints(RSA, "CN=91450200MA5DEM28BT", spec -> code(spec, "91450100MA5DEM13CX")))
        .containsExactly("e_uscc_conflicting");
  }

  @Test
  void every_finding_names_its_standard_and_its_detail() {
    assertThat(findings(RSA, "C=cn", spec -> spec.keyUsage(0).serial(0)))
        .hasSizeGreaterThan(2)
        .allSatisfy(
            finding -> {
              assertThat(finding.standard()).isNotBlank();
              assertThat(finding.detail()).endsWith(".");
            });
  }

  private static TestPki.Spec code(TestPki.Spec spec, String code) {
    return spec.extension(CODE_EXTENSION, false, new DERUTF8String(code));
  }

  private static List<String> lints(
      TestPki.Authority ca, String name, UnaryOperator<TestPki.Spec> change) {
    return findings(ca, name, change).stream().map(Finding::lint).toList();
  }

  private static List<Finding> findings(
      TestPki.Authority ca, String name, UnaryOperator<TestPki.Spec> change) {
    Certificate certificate =
        ca.issue(name, spec -> change.apply(spec.keyUsage(KeyUsage.digitalSignature)))
            .certificate();
    return CertificateLints.examine(certificate, SubjectIdMapping.COMMON);
  }
}
