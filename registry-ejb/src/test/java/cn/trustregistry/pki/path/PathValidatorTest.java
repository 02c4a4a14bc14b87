package cn.trustregistry.pki.path;

import static cn.trustregistry.pki.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.path.PathQuestion.RevocationNeed;
import cn.trustregistry.pki.policy.PolicySettings;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PathValidatorTest {
  private final TestPki.Authority root = TestPki.root("C=CN,O=Root", TestKey.Kind.P256);
  private final TestPki.Authority ca = root.authority("C=CN,O=CA");
  private final Certificate holder = ca.issue("C=CN,CN=Holder").certificate();

  private static PathQuestion question(Certificate target) {
    return PathQuestion.of(target, NOW, KeyPurpose.ANY).withRevocation(RevocationNeed.NONE);
  }

  private static TrustMaterial material(Certificate anchor, Certificate... issuers) {
    return TrustMaterial.of(
        List.of(TrustAnchor.of(anchor)), List.of(issuers), RevocationKnowledge.NONE);
  }

  private static PathJudgement judge(PathQuestion question, TrustMaterial material) {
    return judge(question, material, SearchBudget.DEFAULT);
  }

  private static PathJudgement judge(
      PathQuestion question, TrustMaterial material, SearchBudget budget) {
    return new PathValidator(new SignatureVerifier(0), budget).judge(question, material);
  }

  private PathJudgement judge(Certificate target) {
    return judge(question(target), material(root.certificate(), ca.certificate()));
  }

  private static List<String> codes(PathJudgement judgement) {
    return judgement.reasons().stream().map(Reason::code).toList();
  }

  @ParameterizedTest
  @EnumSource(TestKey.Kind.class)
  void sound_path_is_valid_with_every_kind_of_key(TestKey.Kind kind) {
    TestPki.Authority top = TestPki.root("O=Top " + kind, kind);
    TestPki.Authority below = top.authority("O=Below " + kind);
    Certificate target = below.issue("CN=Holder " + kind).certificate();
    PathQuestion question = question(target).withAlgorithms(AlgorithmPolicy.PERMISSIVE);
    PathJudgement judgement = judge(question, material(top.certificate(), below.certificate()));
    assertThat(judgement.verdict()).as("%s", judgement.reasons()).isEqualTo(Verdict.VALID);
    assertThat(judgement.reasons()).isEmpty();
    assertThat(judgement.path()).containsExactly(target, below.certificate());
    assertThat(judgement.anchor()).isEqualTo(TrustAnchor.of(top.certificate()));
    assertThat(judgement.revocation()).isEmpty();
  }

  @Test
  void offered_certificates_complete_a_path() {
    PathQuestion question =
        question(holder).withOffered(List.of(ca.certificate(), holder, root.certificate()));
    PathJudgement judgement = judge(question, material(root.certificate()));
    assertThat(judgement.verdict()).isEqualTo(Verdict.VALID);
    assertThat(judgement.path()).containsExactly(holder, ca.certificate());
  }

  @Test
  void anchor_itself_can_be_asked_about() {
    assertThat(judge(root.certificate()).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void unknown_issuer_is_indeterminate() {
    PathJudgement judgement = judge(question(holder), material(root.certificate()));
    assertThat(judgement.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(judgement.reasons()).containsExactly(new PathReason.IssuerUnknown(holder));
    assertThat(judgement.anchor()).isNull();
    assertThat(judgement.reasons().get(0).evidence())
        .containsEntry("issuer", "C=CN,O=CA")
        .containsEntry("subject", "C=CN,CN=Holder");
  }

  @Test
  void issuer_that_leads_to_no_anchor_is_named() {
    TestPki.Authority other = TestPki.root("C=CN,O=Other", TestKey.Kind.P256);
    PathJudgement judgement =
        judge(question(holder), material(other.certificate(), ca.certificate()));
    assertThat(judgement.reasons()).containsExactly(new PathReason.IssuerUnknown(ca.certificate()));
    assertThat(judgement.path()).containsExactly(holder, ca.certificate());
  }

  @Test
  void untrusted_root_does_not_lead_round_in_circles() {
    TestPki.Authority other = TestPki.root("C=CN,O=Other", TestKey.Kind.P256);
    PathJudgement judgement =
        judge(
            question(holder), material(other.certificate(), ca.certificate(), root.certificate()));
    assertThat(judgement.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(judgement.reasons())
        .containsExactly(new PathReason.IssuerUnknown(root.certificate()));
  }

  @Test
  void all_that_is_wrong_is_reported_in_the_order_of_the_checks() {
    Certificate bad =
        ca.issue(
                "C=CN,CN=Bad",
                spec ->
                    spec.from(NOW.plusSeconds(1))
                        .keyUsage(KeyUsage.keyEncipherment)
                        .extension("1.2.3.4", true, DERNull.INSTANCE))
            .certificate();
    PathQuestion question =
        PathQuestion.of(bad, NOW, KeyPurpose.SIGNATURE).withRevocation(RevocationNeed.REQUIRED);
    PathJudgement judgement = judge(question, material(root.certificate(), ca.certificate()));
    assertThat(codes(judgement))
        .containsExactly(
            "NOT_YET_VALID",
            "CRITICAL_EXTENSION_UNKNOWN",
            "ENCRYPTION_CERTIFICATE_FOR_SIGNING",
            "CRL_MISSING",
            "CRL_MISSING");
    assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(judgement.revocation())
        .extracting(CertificateStatus::certificate)
        .containsExactly(bad, ca.certificate());
  }

  @Test
  void missing_evidence_on_revocation_is_indeterminate() {
    PathJudgement judgement =
        judge(
            PathQuestion.of(holder, NOW, KeyPurpose.ANY),
            material(root.certificate(), ca.certificate()));
    assertThat(judgement.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(judgement.reasons().get(0).evidence())
        .containsEntry("subject", "C=CN,CN=Holder")
        .containsEntry("crlIssuer", "C=CN,O=CA");
  }

  @ParameterizedTest
  @CsvSource({"-1, NOT_YET_VALID", "0, ''", "7200, ''", "7201, EXPIRED"})
  void validity_includes_both_ends(long seconds, String code) {
    Certificate shortLived =
        ca.issue("CN=Short", spec -> spec.from(NOW).to(NOW.plusSeconds(7200))).certificate();
    PathQuestion question =
        PathQuestion.of(shortLived, NOW.plusSeconds(seconds), KeyPurpose.ANY)
            .withRevocation(RevocationNeed.NONE);
    assertThat(codes(judge(question, material(root.certificate(), ca.certificate()))))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "59, true", "60, false"})
  void anchor_counts_from_admission_to_just_before_its_end(long seconds, boolean valid) {
    TrustAnchor anchor = new TrustAnchor(root.certificate(), NOW, NOW.plusSeconds(60));
    Certificate direct = root.issue("CN=Direct").certificate();
    PathQuestion question =
        PathQuestion.of(direct, NOW.plusSeconds(seconds), KeyPurpose.ANY)
            .withRevocation(RevocationNeed.NONE);
    PathJudgement judgement =
        judge(question, TrustMaterial.of(List.of(anchor), List.of(), RevocationKnowledge.NONE));
    assertThat(codes(judgement)).isEqualTo(valid ? List.of() : List.of("ANCHOR_NOT_ADMITTED"));
    assertThat(judgement.verdict()).isEqualTo(valid ? Verdict.VALID : Verdict.INVALID);
  }

  @Test
  void admitted_anchor_is_preferred_to_one_that_no_longer_is() {
    TrustAnchor over = new TrustAnchor(root.certificate(), Instant.MIN, NOW);
    TrustAnchor current = new TrustAnchor(root.certificate(), NOW, Instant.MAX);
    Certificate direct = root.issue("CN=Direct").certificate();
    PathJudgement judgement =
        judge(
            question(direct),
            TrustMaterial.of(List.of(over, current), List.of(), RevocationKnowledge.NONE));
    assertThat(judgement.anchor()).isEqualTo(current);
    assertThat(judgement.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void expired_anchor_certificate_is_no_anchor() {
    Certificate direct =
        root.issue("CN=Direct", spec -> spec.to(NOW.plus(Duration.ofDays(9_000)))).certificate();
    Instant later = NOW.plus(Duration.ofDays(8_000));
    PathQuestion question =
        PathQuestion.of(direct, later, KeyPurpose.ANY).withRevocation(RevocationNeed.NONE);
    assertThat(codes(judge(question, material(root.certificate()))))
        .containsExactly("ANCHOR_OUTSIDE_VALIDITY");
  }

  @Test
  void bad_signature_under_the_only_key_there_is_is_invalid() throws Exception {
    PathJudgement judgement = judge(tampered(holder));
    assertThat(codes(judgement)).containsExactly("SIGNATURE_INVALID");
    assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(judgement.path()).hasSize(2);
  }

  private static Certificate tampered(Certificate certificate) throws Exception {
    byte[] der = certificate.der();
    der[der.length - 1] ^= 1;
    return Certificate.parse(der);
  }

  @Test
  void signature_by_a_key_that_is_not_at_hand_is_indeterminate() {
    TestPki.Authority renewed =
        root.authority("C=CN,O=CA", spec -> spec.key(TestKey.of(TestKey.Kind.P256, "renewed")));
    Certificate byRenewed = renewed.issue("CN=Holder").certificate();
    PathJudgement judgement = judge(byRenewed);
    assertThat(codes(judgement)).containsExactly("ISSUER_KEY_UNKNOWN");
    assertThat(judgement.verdict()).isEqualTo(Verdict.INDETERMINATE);
    PathJudgement complete =
        judge(
            question(byRenewed),
            material(root.certificate(), ca.certificate(), renewed.certificate()));
    assertThat(complete.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void bad_signature_without_key_identifier_proves_nothing_while_the_issuer_has_two_keys()
      throws Exception {
    TestPki.Authority renewed =
        root.authority("C=CN,O=CA", spec -> spec.key(TestKey.of(TestKey.Kind.P256, "renewed")));
    Certificate anonymous =
        tampered(
            ca.issue("CN=X", spec -> spec.without(Extensions.AUTHORITY_KEY_IDENTIFIER))
                .certificate());
    TrustMaterial both = material(root.certificate(), ca.certificate(), renewed.certificate());
    assertThat(codes(judge(question(anonymous), both))).containsExactly("ISSUER_KEY_UNKNOWN");
    assertThat(codes(judge(anonymous))).containsExactly("SIGNATURE_INVALID");
  }

  @Test
  void other_checks_run_behind_a_bad_signature() throws Exception {
    Certificate expired =
        tampered(ca.issue("CN=Old", spec -> spec.to(NOW.minusSeconds(1))).certificate());
    PathQuestion question = PathQuestion.of(expired, NOW, KeyPurpose.ANY);
    PathJudgement judgement = judge(question, material(root.certificate(), ca.certificate()));
    assertThat(codes(judgement)).containsExactly("SIGNATURE_INVALID", "EXPIRED", "CRL_MISSING");
    assertThat(judgement.revocation())
        .extracting(CertificateStatus::certificate)
        .containsExactly(ca.certificate());
  }

  @Test
  void key_of_another_name_breaks_the_chain_of_names() {
    TestPki.Authority other = root.authority("C=CN,O=Renamed", spec -> spec.key(ca.key()));
    PathQuestion question = question(holder).withOffered(List.of(other.certificate()));
    PathJudgement judgement = judge(question, material(root.certificate()));
    assertThat(codes(judgement)).containsExactly("NAME_CHAINING_BROKEN");
    assertThat(judgement.reasons().get(0).evidence()).containsEntry("found", "C=CN,O=Renamed");
  }

  @Test
  void issuer_has_to_be_a_ca() {
    TestPki.Issued unit = ca.issue("CN=Unit");
    TestPki.Authority pretender = new TestPki.Authority(unit.certificate(), unit.key());
    Certificate target = pretender.issue("CN=Victim").certificate();
    TrustMaterial material = material(root.certificate(), ca.certificate(), unit.certificate());
    assertThat(codes(judge(question(target), material))).containsExactly("NOT_A_CA");
  }

  @Test
  void issuer_has_to_be_allowed_to_sign_certificates() {
    TestPki.Authority crlOnly =
        root.authority("O=CRL only", spec -> spec.keyUsage(KeyUsage.cRLSign));
    Certificate target = crlOnly.issue("CN=X").certificate();
    assertThat(codes(judge(question(target), material(root.certificate(), crlOnly.certificate()))))
        .containsExactly("CERTIFICATE_SIGNING_NOT_ALLOWED");
  }

  @Test
  void anchor_that_denies_being_a_ca_is_none() {
    TestPki.Issued unit = ca.issue("CN=Unit", spec -> spec.keyUsage(KeyUsage.digitalSignature));
    TestPki.Authority pretender = new TestPki.Authority(unit.certificate(), unit.key());
    Certificate target = pretender.issue("CN=Victim").certificate();
    assertThat(codes(judge(question(target), material(unit.certificate()))))
        .containsExactly("NOT_A_CA", "CERTIFICATE_SIGNING_NOT_ALLOWED");
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true"})
  void path_length_counts_cas_below(int limit, boolean valid) {
    TestPki.Authority first = root.authority("O=First", spec -> spec.ca(limit));
    TestPki.Authority second = first.authority("O=Second");
    Certificate target = second.issue("CN=X").certificate();
    PathJudgement judgement =
        judge(
            question(target),
            material(root.certificate(), first.certificate(), second.certificate()));
    assertThat(codes(judgement)).isEqualTo(valid ? List.of() : List.of("PATH_TOO_LONG"));
    if (!valid) {
      assertThat(judgement.reasons())
          .containsExactly(
              new PathReason.PathTooLong(second.certificate(), first.certificate(), 0));
    }
    assertThat(
            judge(
                    question(first.issue("CN=Y").certificate()),
                    material(root.certificate(), first.certificate()))
                .verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void anchors_own_path_length_counts() {
    TestPki.Authority limited = root.authority("O=Limited", spec -> spec.ca(0));
    TestPki.Authority below = limited.authority("O=Below");
    Certificate target = below.issue("CN=X").certificate();
    assertThat(codes(judge(question(target), material(limited.certificate(), below.certificate()))))
        .containsExactly("PATH_TOO_LONG");
  }

  @Test
  void self_issued_certificates_do_not_count_for_path_length() {
    TestPki.Authority first = root.authority("O=First", spec -> spec.ca(0));
    TestPki.Authority rolled =
        first.authority("O=First", spec -> spec.key(TestKey.of(TestKey.Kind.P256, "rolled")));
    Certificate target = rolled.issue("CN=X").certificate();
    TrustMaterial material =
        material(root.certificate(), first.certificate(), rolled.certificate());
    assertThat(judge(question(target), material).verdict()).isEqualTo(Verdict.VALID);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHENTICATION, 128, ''",
    "AUTHENTICATION, 64, KEY_USAGE_NOT_ALLOWED",
    "AUTHENTICATION, 32, ENCRYPTION_CERTIFICATE_FOR_SIGNING",
    "AUTHENTICATION, 160, ''",
    "SIGNATURE, 128, ''",
    "SIGNATURE, 64, ''",
    "SIGNATURE, 16, ENCRYPTION_CERTIFICATE_FOR_SIGNING",
    "SIGNATURE, 4, KEY_USAGE_NOT_ALLOWED",
    "ENCRYPTION, 32, ''",
    "ENCRYPTION, 16, ''",
    "ENCRYPTION, 8, ''",
    "ENCRYPTION, 192, SIGNING_CERTIFICATE_FOR_ENCRYPTION",
    "ENCRYPTION, 2, KEY_USAGE_NOT_ALLOWED",
    "SERVER_AUTHENTICATION, 128, ''",
    "SERVER_AUTHENTICATION, 64, KEY_USAGE_NOT_ALLOWED",
    "CRL_SIGNING, 2, ''",
    "CRL_SIGNING, 128, KEY_USAGE_NOT_ALLOWED",
    "CERTIFICATE_SIGNING, 4, ''",
    "CERTIFICATE_SIGNING, 2, KEY_USAGE_NOT_ALLOWED",
    "ANY, 2, ''"
  })
  void key_usage_has_to_fit_the_purpose(KeyPurpose purpose, int usage, String code) {
    Certificate target = ca.issue("CN=X", spec -> spec.keyUsage(usage)).certificate();
    assertThat(codesFor(purpose, target)).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  private List<String> codesFor(KeyPurpose purpose, Certificate target) {
    PathQuestion question =
        PathQuestion.of(target, NOW, purpose).withRevocation(RevocationNeed.NONE);
    return codes(judge(question, material(root.certificate(), ca.certificate())));
  }

  @Test
  void wrong_half_of_a_pair_is_reported_with_its_usage() {
    Certificate encryption =
        ca.issue("CN=X", spec -> spec.keyUsage(KeyUsage.keyEncipherment)).certificate();
    PathQuestion question =
        PathQuestion.of(encryption, NOW, KeyPurpose.SIGNATURE).withRevocation(RevocationNeed.NONE);
    PathJudgement judgement = judge(question, material(root.certificate(), ca.certificate()));
    assertThat(judgement.reasons().get(0).evidence())
        .containsEntry("purpose", "SIGNATURE")
        .containsEntry("keyUsage", "[KEY_ENCIPHERMENT]")
        .containsEntry("extendedKeyUsage", "");
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHENTICATION, 1.3.6.1.5.5.7.3.2, true",
    "AUTHENTICATION, 1.3.6.1.5.5.7.3.1, false",
    "AUTHENTICATION, 2.5.29.37.0, true",
    "SIGNATURE, 1.3.6.1.5.5.7.3.36, true",
    "SIGNATURE, 1.3.6.1.5.5.7.3.4, true",
    "SIGNATURE, 1.3.6.1.5.5.7.3.2, false",
    "ENCRYPTION, 1.3.6.1.5.5.7.3.4, true",
    "ENCRYPTION, 1.3.6.1.5.5.7.3.36, false",
    "SERVER_AUTHENTICATION, 1.3.6.1.5.5.7.3.1, true",
    "OCSP_SIGNING, 1.3.6.1.5.5.7.3.9, true",
    "OCSP_SIGNING, 2.5.29.37.0, false",
    "TIMESTAMPING, 1.3.6.1.5.5.7.3.8, true",
    "TIMESTAMPING, 1.3.6.1.5.5.7.3.9, false",
    "ANY, 1.3.6.1.5.5.7.3.9, true",
    "CRL_SIGNING, 1.3.6.1.5.5.7.3.9, true"
  })
  void extended_key_usage_has_to_fit_the_purpose(KeyPurpose purpose, String oid, boolean allowed) {
    KeyPurposeId id = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid));
    Certificate target = ca.issue("CN=X", spec -> spec.extendedKeyUsage(id)).certificate();
    assertThat(codesFor(purpose, target))
        .isEqualTo(allowed ? List.of() : List.of("EXTENDED_KEY_USAGE_NOT_ALLOWED"));
  }

  @Test
  void purposes_that_have_to_be_there_are_missed_in_the_target_only() {
    assertThat(codesFor(KeyPurpose.OCSP_SIGNING, holder))
        .containsExactly("EXTENDED_KEY_USAGE_NOT_ALLOWED");
    assertThat(codesFor(KeyPurpose.TIMESTAMPING, holder))
        .containsExactly("EXTENDED_KEY_USAGE_NOT_ALLOWED");
    assertThat(codesFor(KeyPurpose.SIGNATURE, holder)).isEmpty();
    TestPki.Authority any =
        root.authority("O=Any", spec -> spec.extendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage));
    Certificate responder =
        any.issue("CN=OCSP", spec -> spec.extendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
            .certificate();
    PathQuestion question =
        PathQuestion.of(responder, NOW, KeyPurpose.OCSP_SIGNING)
            .withRevocation(RevocationNeed.NONE);
    assertThat(judge(question, material(root.certificate(), any.certificate())).verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void extended_key_usage_of_a_ca_limits_what_it_issues() {
    TestPki.Authority web =
        root.authority("O=Web", spec -> spec.extendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    Certificate target = web.issue("CN=X").certificate();
    PathQuestion question =
        PathQuestion.of(target, NOW, KeyPurpose.AUTHENTICATION).withRevocation(RevocationNeed.NONE);
    PathJudgement judgement = judge(question, material(root.certificate(), web.certificate()));
    assertThat(codes(judgement)).containsExactly("EXTENDED_KEY_USAGE_NOT_ALLOWED");
    assertThat(((PathReason) judgement.reasons().get(0)).certificate())
        .isEqualTo(web.certificate());
  }

  @Test
  void extended_key_usage_of_an_anchor_limits_what_is_issued_below_it() {
    TestPki.Authority web =
        root.authority("O=Web", spec -> spec.extendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    TrustMaterial material =
        TrustMaterial.of(
            List.of(TrustAnchor.of(web.certificate())), List.of(), RevocationKnowledge.NONE);
    Certificate target = web.issue("CN=X").certificate();
    PathQuestion question =
        PathQuestion.of(target, NOW, KeyPurpose.AUTHENTICATION).withRevocation(RevocationNeed.NONE);
    assertThat(codes(judge(question, material))).containsExactly("EXTENDED_KEY_USAGE_NOT_ALLOWED");
    PathQuestion server =
        PathQuestion.of(target, NOW, KeyPurpose.SERVER_AUTHENTICATION)
            .withRevocation(RevocationNeed.NONE);
    assertThat(codes(judge(server, material))).isEmpty();
  }

  @Test
  void names_keep_to_the_constraints_of_every_ca_above() {
    TestPki.Authority constrained =
        root.authority(
            "C=CN,O=Constrained",
            spec -> spec.extension(Extensions.NAME_CONSTRAINTS, true, only("example.com", null)));
    TestPki.Authority below =
        constrained.authority(
            "C=CN,O=Below",
            spec -> spec.extension(Extensions.NAME_CONSTRAINTS, true, only(null, "x.example.com")));
    TrustMaterial material =
        material(root.certificate(), constrained.certificate(), below.certificate());
    assertThat(codes(judge(question(dns(below, "a.example.com")), material))).isEmpty();
    assertThat(codes(judge(question(dns(below, "a.example.org")), material)))
        .containsExactly("NAME_NOT_PERMITTED");
    assertThat(codes(judge(question(dns(below, "x.example.com")), material)))
        .containsExactly("NAME_EXCLUDED");
    assertThat(codes(judge(question(dns(below, "bad..name")), material)))
        .containsExactly("NAME_CONSTRAINT_UNSUPPORTED", "NAME_CONSTRAINT_UNSUPPORTED");
    assertThat(codes(judge(question(below.issue("CN=No DNS").certificate()), material))).isEmpty();
  }

  private static NameConstraints only(@Nullable String permitted, @Nullable String excluded) {
    return new NameConstraints(trees(permitted), trees(excluded));
  }

  private static GeneralSubtree @Nullable [] trees(@Nullable String base) {
    return base == null
        ? null
        : new GeneralSubtree[] {new GeneralSubtree(new GeneralName(GeneralName.dNSName, base))};
  }

  private static Certificate dns(TestPki.Authority issuer, String name) {
    return issuer
        .issue("CN=Host", spec -> spec.alternativeNames(new GeneralName(GeneralName.dNSName, name)))
        .certificate();
  }

  @Test
  void constraints_of_the_anchor_count_and_those_of_the_target_do_not() {
    TestPki.Authority anchor =
        root.authority(
            "O=Anchor",
            spec -> spec.extension(Extensions.NAME_CONSTRAINTS, true, only("example.com", null)));
    assertThat(codes(judge(question(dns(anchor, "example.org")), material(anchor.certificate()))))
        .containsExactly("NAME_NOT_PERMITTED");
    Certificate self =
        ca.issue(
                "CN=Host",
                spec ->
                    spec.alternativeNames(new GeneralName(GeneralName.dNSName, "example.org"))
                        .extension(Extensions.NAME_CONSTRAINTS, true, only("example.com", null)))
            .certificate();
    assertThat(judge(self).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void self_issued_ca_is_exempt_from_constraints_and_a_self_issued_target_is_not() {
    NameConstraints constraints = only("example.com", null);
    GeneralName other = new GeneralName(GeneralName.dNSName, "example.org");
    TestPki.Authority constrained =
        root.authority(
            "O=Constrained",
            spec -> spec.extension(Extensions.NAME_CONSTRAINTS, true, constraints));
    TestPki.Authority rolled =
        constrained.authority(
            "O=Constrained",
            spec -> spec.key(TestKey.of(TestKey.Kind.P256, "rolled")).alternativeNames(other));
    TrustMaterial material =
        material(root.certificate(), constrained.certificate(), rolled.certificate());
    assertThat(codes(judge(question(dns(rolled, "a.example.com")), material))).isEmpty();
    assertThat(codes(judge(question(rolled.certificate()), material)))
        .containsExactly("NAME_NOT_PERMITTED");
  }

  @Test
  void email_address_in_the_subject_is_constrained() {
    NameConstraints mail =
        new NameConstraints(
            new GeneralSubtree[] {
              new GeneralSubtree(new GeneralName(GeneralName.rfc822Name, "example.com"))
            },
            null);
    TestPki.Authority constrained =
        root.authority("O=Mail", spec -> spec.extension(Extensions.NAME_CONSTRAINTS, true, mail));
    TrustMaterial material = material(root.certificate(), constrained.certificate());
    assertThat(
            codes(
                judge(question(constrained.issue("CN=X,E=a@example.com").certificate()), material)))
        .isEmpty();
    PathJudgement judgement =
        judge(question(constrained.issue("CN=X,E=a@example.org").certificate()), material);
    assertThat(codes(judgement)).containsExactly("NAME_NOT_PERMITTED");
    assertThat(judgement.reasons().get(0).evidence())
        .containsEntry("name", "a@example.org")
        .containsEntry("constraining", "O=Mail");
  }

  @Test
  void empty_subject_is_outside_directory_constraints_and_needs_another_name() {
    NameConstraints directory =
        new NameConstraints(
            new GeneralSubtree[] {new GeneralSubtree(new GeneralName(new X500Name("C=CN")))}, null);
    TestPki.Authority constrained =
        root.authority(
            "C=CN,O=Dir", spec -> spec.extension(Extensions.NAME_CONSTRAINTS, true, directory));
    TrustMaterial material = material(root.certificate(), constrained.certificate());
    GeneralName name = new GeneralName(GeneralName.dNSName, "example.com");
    assertThat(
            codes(
                judge(
                    question(
                        constrained.issue("", spec -> spec.alternativeNames(name)).certificate()),
                    material)))
        .isEmpty();
    assertThat(codes(judge(question(constrained.issue("").certificate()), material)))
        .containsExactly("SUBJECT_NAME_MISSING");
    assertThat(codes(judge(question(constrained.issue("C=US,CN=X").certificate()), material)))
        .containsExactly("NAME_NOT_PERMITTED");
  }

  @Test
  void names_and_constraints_beyond_the_budget_are_not_compared() {
    TestPki.Authority constrained =
        root.authority(
            "C=CN,O=Constrained",
            spec -> spec.extension(Extensions.NAME_CONSTRAINTS, true, only("example.com", null)));
    Certificate target = dns(constrained, "a.example.com");
    TrustMaterial material = material(root.certificate(), constrained.certificate());
    assertThat(codes(judge(question(target), material, new SearchBudget(9, 9, 9, 9, 2)))).isEmpty();
    assertThat(codes(judge(question(target), material, new SearchBudget(9, 9, 9, 9, 1))))
        .containsExactly("NAME_CONSTRAINTS_TOO_COSTLY");
  }

  @Test
  void required_policy_has_to_be_in_every_certificate() {
    CertificatePolicies one =
        new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier("1.2.3")));
    TestPki.Authority with =
        root.authority(
            "O=With", spec -> spec.extension(Extensions.CERTIFICATE_POLICIES, false, one));
    Certificate target =
        with.issue("CN=X", spec -> spec.extension(Extensions.CERTIFICATE_POLICIES, false, one))
            .certificate();
    Certificate without = with.issue("CN=Y").certificate();
    TrustMaterial material = material(root.certificate(), with.certificate());
    PolicySettings required = new PolicySettings(Set.of("1.2.3"), true, false, false);
    PathJudgement good = judge(question(target).withPolicies(required), material);
    assertThat(good.verdict()).isEqualTo(Verdict.VALID);
    assertThat(good.policies()).containsExactly("1.2.3");
    PathJudgement bad = judge(question(without).withPolicies(required), material);
    assertThat(codes(bad)).containsExactly("POLICY_NOT_ACCEPTED");
    assertThat(bad.reasons().get(0).evidence()).containsEntry("wanted", "[1.2.3]");
  }

  @ParameterizedTest
  @CsvSource({"RSA_SHA1, DIGEST_TOO_WEAK, SHA-1", "RSA_1024, KEY_TOO_SMALL, 1024"})
  void weak_algorithms_are_refused_from_their_day_on(TestKey.Kind kind, String code, String found) {
    TestPki.Authority weak = TestPki.root("O=Weak " + kind, kind);
    Certificate target = weak.issue("CN=X").certificate();
    TrustMaterial material = material(weak.certificate());
    AlgorithmPolicy today = new AlgorithmPolicy(NOW, NOW, NOW);
    AlgorithmPolicy tomorrow =
        new AlgorithmPolicy(NOW.plusSeconds(1), NOW.plusSeconds(1), NOW.plusSeconds(1));
    assertThat(codes(judge(question(target).withAlgorithms(tomorrow), material))).isEmpty();
    PathJudgement refused = judge(question(target).withAlgorithms(today), material);
    assertThat(codes(refused)).isNotEmpty().containsOnly(code);
    assertThat(refused.reasons().get(0).evidence())
        .containsEntry("found", found)
        .containsEntry("refusedFrom", NOW.toString());
    assertThat(codes(judge(question(target), material))).containsOnly(code);
  }

  @ParameterizedTest
  @CsvSource({
    "2, example.com, a.example.org, a.example.org",
    "6, example.com, https://example.org/a, https://example.org/a",
    "4, C=CN, 'C=US,CN=Other', 'C=US,CN=Other'"
  })
  void refused_name_is_shown_as_it_is_written(int tag, String base, String name, String shown) {
    NameConstraints constraints =
        new NameConstraints(
            new GeneralSubtree[] {new GeneralSubtree(new GeneralName(tag, base))}, null);
    TestPki.Authority constrained =
        root.authority(
            "C=CN,O=Limited",
            spec -> spec.extension(Extensions.NAME_CONSTRAINTS, true, constraints));
    Certificate target =
        constrained
            .issue("C=CN,CN=X", spec -> spec.alternativeNames(new GeneralName(tag, name)))
            .certificate();
    PathJudgement judgement =
        judge(question(target), material(root.certificate(), constrained.certificate()));
    assertThat(codes(judgement)).containsExactly("NAME_NOT_PERMITTED");
    assertThat(judgement.reasons().get(0).evidence()).containsEntry("name", shown);
  }

  @Test
  void small_key_is_refused_wherever_it_is_in_the_path() {
    Certificate small =
        ca.issue("CN=Small", spec -> spec.key(TestKey.of(TestKey.Kind.RSA_1024, "small")))
            .certificate();
    PathJudgement inTarget = judge(small);
    assertThat(codes(inTarget)).containsExactly("KEY_TOO_SMALL");
    assertThat(inTarget.reasons().get(0).evidence()).containsEntry("subject", "CN=Small");
    TestPki.Authority weak = TestPki.root("O=Weak RSA_1024", TestKey.Kind.RSA_1024);
    Certificate strong = weak.issue("CN=Strong", spec -> spec.key(ca.key())).certificate();
    PathJudgement inAnchor = judge(question(strong), material(weak.certificate()));
    assertThat(codes(inAnchor)).containsExactly("KEY_TOO_SMALL");
    assertThat(inAnchor.reasons().get(0).evidence()).containsEntry("subject", "O=Weak RSA_1024");
  }

  @Test
  void unknown_critical_extension_of_the_anchor_counts() {
    TestPki.Authority odd =
        root.authority("O=Odd", spec -> spec.extension("1.2.3.4", true, DERNull.INSTANCE));
    PathJudgement judgement =
        judge(question(odd.issue("CN=X").certificate()), material(odd.certificate()));
    assertThat(codes(judgement)).containsExactly("CRITICAL_EXTENSION_UNKNOWN");
    assertThat(judgement.reasons().get(0).evidence()).containsEntry("extension", "1.2.3.4");
  }

  @Test
  void path_over_a_cross_certificate_is_found_behind_bad_ones() {
    TestPki.Authority otherRoot = TestPki.root("C=CN,O=Other root", TestKey.Kind.P256);
    List<Certificate> issuers = new ArrayList<>();
    issuers.add(
        otherRoot
            .authority("C=CN,O=CA", spec -> spec.key(ca.key()).to(NOW.minusSeconds(1)))
            .certificate());
    issuers.add(
        otherRoot
            .authority(
                "C=CN,O=CA", spec -> spec.key(ca.key()).extension("1.2.3", true, DERNull.INSTANCE))
            .certificate());
    issuers.add(
        otherRoot
            .authority("C=CN,O=CA", spec -> spec.key(ca.key()).keyUsage(KeyUsage.cRLSign))
            .certificate());
    issuers.add(otherRoot.issue("C=CN,O=CA", spec -> spec.key(ca.key())).certificate());
    TrustMaterial onlyBad = material(otherRoot.certificate(), issuers.toArray(Certificate[]::new));
    PathJudgement bad = judge(question(holder), onlyBad);
    assertThat(bad.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(bad.reasons()).hasSize(1);
    issuers.add(
        otherRoot.authority("C=CN,O=CA", spec -> spec.key(ca.key()).serial(99)).certificate());
    PathJudgement good =
        judge(
            question(holder),
            material(otherRoot.certificate(), issuers.toArray(Certificate[]::new)));
    assertThat(good.verdict()).isEqualTo(Verdict.VALID);
    assertThat(good.path().get(1).serial()).isEqualTo(99);
  }

  @Test
  void indeterminate_path_is_better_than_an_invalid_one() {
    TestPki.Authority otherRoot = TestPki.root("C=CN,O=Other root", TestKey.Kind.P256);
    Certificate expired =
        otherRoot
            .authority("C=CN,O=CA", spec -> spec.key(ca.key()).to(NOW.minusSeconds(1)))
            .certificate();
    TrustMaterial material =
        TrustMaterial.of(
            List.of(TrustAnchor.of(otherRoot.certificate()), TrustAnchor.of(root.certificate())),
            List.of(expired, ca.certificate()),
            RevocationKnowledge.NONE);
    PathJudgement judgement = judge(PathQuestion.of(holder, NOW, KeyPurpose.ANY), material);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(judgement.path()).containsExactly(holder, ca.certificate());
  }

  @Test
  void mutual_cross_certificates_end() {
    TestPki.Authority a = root.authority("O=A");
    TestPki.Authority b = root.authority("O=B");
    Certificate aByB = b.authority("O=A", spec -> spec.key(a.key())).certificate();
    Certificate bByA = a.authority("O=B", spec -> spec.key(b.key())).certificate();
    Certificate target = a.issue("CN=X").certificate();
    TestPki.Authority stranger = TestPki.root("O=Stranger", TestKey.Kind.P256);
    PathJudgement none = judge(question(target), material(stranger.certificate(), aByB, bByA));
    assertThat(none.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(codes(none)).containsExactly("ISSUER_UNKNOWN");
    assertThat(
            judge(question(target), material(root.certificate(), aByB, bByA, b.certificate()))
                .path())
        .containsExactly(target, aByB, b.certificate());
  }

  @Test
  void spent_budget_is_indeterminate_and_says_so() {
    List<Certificate> namesakes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      TestKey key = TestKey.of(TestKey.Kind.P256, "namesake " + i);
      namesakes.add(
          root.authority(
                  "C=CN,O=CA", spec -> spec.key(key).without(Extensions.SUBJECT_KEY_IDENTIFIER))
              .certificate());
    }
    TrustMaterial material = material(root.certificate(), namesakes.toArray(Certificate[]::new));
    for (SearchBudget small :
        List.of(new SearchBudget(3, 99, 9, 9, 99), new SearchBudget(99, 3, 9, 9, 99))) {
      PathJudgement judgement = judge(question(holder), material, small);
      assertThat(codes(judgement)).containsExactly("SEARCH_BUDGET_EXHAUSTED");
      assertThat(judgement.verdict()).isEqualTo(Verdict.INDETERMINATE);
      assertThat(judgement.path()).containsExactly(holder);
    }
    assertThat(codes(judge(question(holder), material, new SearchBudget(99, 99, 9, 9, 99))))
        .containsExactly("ISSUER_KEY_UNKNOWN");
  }

  @Test
  void what_is_proven_of_the_target_itself_stands_when_the_budget_is_spent() {
    Certificate expired = ca.issue("CN=Old", spec -> spec.to(NOW.minusSeconds(1))).certificate();
    PathJudgement judgement =
        judge(
            question(expired),
            material(root.certificate(), ca.certificate()),
            new SearchBudget(0, 9, 9, 9, 9));
    assertThat(codes(judgement)).containsExactly("SEARCH_BUDGET_EXHAUSTED", "EXPIRED");
    assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
  }

  @ParameterizedTest
  @CsvSource({"2, SEARCH_BUDGET_EXHAUSTED", "3, ''"})
  void path_deeper_than_the_budget_is_not_found(int depth, String code) {
    TestPki.Authority second = ca.authority("O=Second");
    Certificate target = second.issue("CN=X").certificate();
    PathJudgement judgement =
        judge(
            question(target),
            material(root.certificate(), ca.certificate(), second.certificate()),
            new SearchBudget(9, 9, 9, depth, 9));
    assertThat(codes(judgement)).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void number_of_paths_judged_is_bounded() {
    List<Certificate> expired = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      long serial = i;
      expired.add(
          root.authority(
                  "C=CN,O=CA", spec -> spec.key(ca.key()).serial(serial).to(NOW.minusSeconds(1)))
              .certificate());
    }
    TrustMaterial material = material(root.certificate(), expired.toArray(Certificate[]::new));
    assertThat(codes(judge(question(holder), material, new SearchBudget(99, 99, 4, 9, 9))))
        .containsExactly("SEARCH_BUDGET_EXHAUSTED");
    assertThat(codes(judge(question(holder), material, new SearchBudget(99, 99, 5, 9, 9))))
        .containsExactly("EXPIRED");
  }

  @Test
  void algorithms_that_differ_inside_and_outside_are_refused() throws Exception {
    TestPki.Authority rsa = TestPki.root("O=RSA", TestKey.Kind.RSA);
    byte[] der = rsa.issue("CN=X").certificate().der();
    int outer = lastIndexOf(der, new byte[] {0x01, 0x01, 0x0B, 0x05, 0x00});
    der[outer + 2] = 0x0C;
    PathJudgement judgement = judge(question(Certificate.parse(der)), material(rsa.certificate()));
    assertThat(codes(judgement))
        .containsExactly("SIGNATURE_INVALID", "SIGNATURE_ALGORITHM_MISMATCH");
  }

  @Test
  void algorithm_nobody_knows_is_indeterminate() throws Exception {
    TestPki.Authority rsa = TestPki.root("O=RSA", TestKey.Kind.RSA);
    byte[] der = rsa.issue("CN=X").certificate().der();
    byte[] sha256WithRsa = {0x01, 0x01, 0x0B, 0x05, 0x00};
    int outer = lastIndexOf(der, sha256WithRsa);
    der[outer + 2] = 0x7F;
    for (int i = 0; i < outer; i++) {
      if (Arrays.equals(der, i, i + 5, sha256WithRsa, 0, 5)) {
        der[i + 2] = 0x7F;
        break;
      }
    }
    PathJudgement judgement = judge(question(Certificate.parse(der)), material(rsa.certificate()));
    assertThat(codes(judgement)).containsExactly("SIGNATURE_ALGORITHM_UNSUPPORTED");
    assertThat(judgement.verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  private static int lastIndexOf(byte[] data, byte[] part) {
    for (int i = data.length - part.length; i >= 0; i--) {
      if (Arrays.equals(data, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new IllegalStateException("not there");
  }

  @Test
  void issuer_key_of_another_kind_than_the_signature_is_unusable() {
    TestPki.Authority sm2 =
        root.authority(
            "C=CN,O=CA",
            spec ->
                spec.key(TestKey.of(TestKey.Kind.SM2, "C=CN,O=CA"))
                    .without(Extensions.SUBJECT_KEY_IDENTIFIER));
    PathJudgement judgement =
        judge(question(holder), material(root.certificate(), sm2.certificate()));
    assertThat(codes(judgement)).containsExactly("ISSUER_KEY_UNUSABLE");
    assertThat(judgement.verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  @Test
  void same_question_has_the_same_answer_whatever_is_remembered() {
    PathValidator validator = new PathValidator(new SignatureVerifier(64), SearchBudget.DEFAULT);
    TrustMaterial material = material(root.certificate(), ca.certificate());
    PathJudgement first = validator.judge(question(holder), material);
    assertThat(validator.judge(question(holder), material)).isEqualTo(first);
    TestPki.Issued unit =
        ca.issue(
            "CN=Unit",
            spec ->
                spec.extension(Extensions.BASIC_CONSTRAINTS, true, new BasicConstraints(false)));
    assertThat(validator.judge(question(unit.certificate()), material).verdict())
        .isEqualTo(Verdict.VALID);
  }
}
