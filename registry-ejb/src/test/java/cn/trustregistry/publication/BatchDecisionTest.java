package cn.trustregistry.publication;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import cn.trustregistry.pki.lint.Finding;
import cn.trustregistry.publication.PublicationOutcome.Published;
import cn.trustregistry.publication.PublicationOutcome.Refused;
import cn.trustregistry.publication.PublicationRefused.Kind;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RuleBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchDecisionTest {
  private static final TestPki.Authority CA = TestPki.root("CN=CA", TestKey.Kind.P256);
  private static final Known NOTHING = new Known(Map.of(), Map.of(), Map.of(), Set.of());
  private static final int SIGN = KeyUsage.digitalSignature;
  private static final int ENCRYPT = KeyUsage.keyAgreement;

  private final CertificateAcceptance acceptance =
      new CertificateAcceptance(
          new CaCompany("ca", "ca", "ca", "", SubjectIdMapping.COMMON),
          List.of(
              new Issuer(
                  "ca",
                  Issuer.Kind.ANCHOR,
                  CA.certificate(),
                  CA.certificate().notBefore(),
                  CA.certificate().notAfter(),
                  TestPki.NOW)),
          Optional.of(new RuleBook(1, TestPki.NOW, List.of(), LocalDate.of(2022, 12, 12))),
          new SignatureVerifier(0),
          TestPki.NOW);

  @Test
  void fit_drafts_are_published_and_one_that_is_not_does_not_lose_them() {
    BatchDecision decision =
        decide(
            draft("C=CN,CN=A", SIGN, Medium.USB_KEY, null),
            acceptance.judge(new CertificateSubmission(new byte[3], unit(Medium.USB_KEY), null)),
            draft("C=CN,CN=B", SIGN, Medium.USB_KEY, null));
    assertThat(decision.rows()).hasSize(2);
    assertThat(decision.outcomes().get(0)).isInstanceOf(Published.class);
    assertThat(kind(decision.outcomes().get(1))).isEqualTo(Kind.MALFORMED_CERTIFICATE);
    assertThat(decision.outcomes().get(2)).isInstanceOf(Published.class);
  }

  @Test
  void legacy_certificate_that_begins_after_the_end_of_issue_is_refused() {
    CertificateAttributes legacy =
        new CertificateAttributes(HolderKind.UNIT, Medium.USB_KEY, Profile.LEGACY);
    for (String begin : List.of("2022-12-12T15:59:59Z", "2022-12-12T16:00:00Z")) {
      byte[] der =
          CA.issue("C=CN,CN=A", s -> s.keyUsage(SIGN).from(Instant.parse(begin)))
              .certificate()
              .der();
      PublicationOutcome outcome =
          decide(acceptance.judge(new CertificateSubmission(der, legacy, null))).outcomes().get(0);
      if (begin.endsWith("59Z")) {
        assertThat(outcome).isInstanceOf(Published.class);
      } else {
        assertThat(kind(outcome)).isEqualTo(Kind.LEGACY_ISSUE_ENDED);
      }
    }
  }

  @Test
  void same_certificate_twice_in_a_batch_is_stored_once_and_answers_the_same() {
    Draft draft = draft("C=CN,CN=A", SIGN, Medium.USB_KEY, null);
    BatchDecision decision = decide(draft, draft);
    assertThat(decision.rows()).hasSize(1);
    assertThat(((Published) decision.outcomes().get(1)).repeated()).isTrue();
    assertThat(warnings(decision.outcomes().get(1)))
        .isEqualTo(warnings(decision.outcomes().get(0)));
  }

  @Test
  void same_certificate_with_other_attributes_is_a_conflict() {
    BatchDecision decision =
        decide(
            draft("C=CN,CN=A", SIGN, Medium.USB_KEY, null),
            draft("C=CN,CN=A", SIGN, Medium.MOBILE, null));
    assertThat(kind(decision.outcomes().get(1))).isEqualTo(Kind.ATTRIBUTES_DIFFER);
  }

  @Test
  void same_serial_number_of_the_same_issuer_is_a_conflict() {
    BatchDecision decision =
        decide(draft("C=CN,CN=A", spec -> spec.serial(7)), draft("C=CN,CN=B", s -> s.serial(7)));
    assertThat(kind(decision.outcomes().get(1))).isEqualTo(Kind.DUPLICATE_SERIAL);
    assertThat(decision.rows()).hasSize(1);
  }

  @Test
  void key_of_another_holder_is_refused_within_the_batch_and_from_before() {
    TestKey key = TestKey.of(TestKey.Kind.P256, "shared");
    Draft first = draft("C=CN,CN=A", spec -> spec.key(key).serial(1));
    Draft second = draft("C=CN,CN=B", spec -> spec.key(key).serial(2));
    BatchDecision together = decide(first, second);
    assertThat(lints(together.outcomes().get(1))).contains("e_key_of_another_holder");
    Known before =
        new Known(
            Map.of(),
            Map.of(),
            Map.of(key.publicKey().sha256(), Set.of("UNIT:91450100MA5DEM13CX")),
            Set.of());
    assertThat(lints(decide(before, second).outcomes().get(0))).contains("e_key_of_another_holder");
  }

  @Test
  void holder_may_keep_the_key_in_a_new_certificate() {
    TestKey key = TestKey.of(TestKey.Kind.P256, "kept");
    BatchDecision decision =
        decide(
            draft("C=CN,CN=A", spec -> spec.key(key).serial(1)),
            draft("C=CN,CN=A", spec -> spec.key(key).serial(2)));
    assertThat(decision.rows()).hasSize(2);
  }

  @Test
  void signing_certificate_without_its_twin_is_published_with_a_warning() {
    Draft signing = draft("C=CN,CN=A", SIGN, Medium.USB_KEY, null);
    Draft twin = draft("C=CN,CN=A", spec -> spec.keyUsage(ENCRYPT).serial(99));
    Draft elsewhere = draft("C=CN,CN=A", ENCRYPT, Medium.MOBILE, null);
    assertThat(warnings(decide(signing).outcomes().get(0))).contains("w_pair_missing");
    assertThat(warnings(decide(signing, elsewhere).outcomes().get(0))).contains("w_pair_missing");
    assertThat(warnings(decide(signing, twin).outcomes().get(0))).doesNotContain("w_pair_missing");
  }

  @Test
  void named_pair_has_to_be_the_other_half_of_the_same_holder() {
    Draft.Fit encryption =
        (Draft.Fit) draft("C=CN,CN=A", spec -> spec.keyUsage(ENCRYPT).serial(50));
    String pair = encryption.certificate().sha256();
    Draft signing = draft("C=CN,CN=A", SIGN, Medium.USB_KEY, pair);
    Draft stranger = draft("C=CN,CN=B", SIGN, Medium.USB_KEY, pair);
    assertThat(warnings(decide(encryption, signing).outcomes().get(1)))
        .doesNotContain("w_pair_unknown", "w_pair_missing");
    assertThat(warnings(decide(signing).outcomes().get(0))).contains("w_pair_unknown");
    assertThat(lints(decide(encryption, stranger).outcomes().get(1)))
        .contains("e_pair_does_not_match");
  }

  @Test
  void foreign_issuer_and_errors_of_lints_are_refused() {
    TestPki.Authority stranger = TestPki.root("CN=CA", TestKey.Kind.RSA);
    Draft foreign =
        acceptance.judge(
            new CertificateSubmission(
                stranger.issue("CN=A").certificate().der(), unit(Medium.USB_KEY), null));
    assertThat(((Draft.Unfit) foreign).why().kind()).isEqualTo(Kind.FOREIGN_ISSUER);
    Draft faulty = draft("C=CN,CN=A", spec -> spec.serial(0));
    assertThat(((Draft.Unfit) faulty).why().findings())
        .extracting(Finding::lint)
        .contains("e_serial_number_not_positive");
  }

  @Test
  void expired_certificate_and_one_without_credit_code_are_published_with_warnings() {
    Draft expired = draft("C=CN,CN=A", spec -> spec.to(TestPki.NOW.minusSeconds(1)));
    assertThat(warnings(decide(expired).outcomes().get(0)))
        .contains("w_certificate_expired", "w_uscc_missing");
  }

  @Test
  void warnings_of_a_row_are_what_was_answered() {
    BatchDecision decision = decide(draft("C=CN,CN=A", SIGN, Medium.USB_KEY, null));
    assertThat(FindingsJson.read(decision.rows().get(0).warnings))
        .isEqualTo(((Published) decision.outcomes().get(0)).warnings());
  }

  private static BatchDecision decide(Draft... drafts) {
    return decide(NOTHING, drafts);
  }

  private static BatchDecision decide(Known known, Draft... drafts) {
    return BatchDecision.of(Arrays.asList(drafts), known, "client", TestPki.NOW);
  }

  private Draft draft(String name, UnaryOperator<TestPki.Spec> change) {
    return draft(name, change, Medium.USB_KEY, null);
  }

  private Draft draft(String name, int usage, Medium medium, @Nullable String pair) {
    return draft(name, spec -> spec.keyUsage(usage), medium, pair);
  }

  private Draft draft(
      String name, UnaryOperator<TestPki.Spec> change, Medium medium, @Nullable String pair) {
    byte[] der = CA.issue(name, spec -> change.apply(spec.keyUsage(SIGN))).certificate().der();
    return acceptance.judge(new CertificateSubmission(der, unit(medium), pair));
  }

  private static CertificateAttributes unit(Medium medium) {
    return new CertificateAttributes(HolderKind.UNIT, medium, Profile.STANDARD);
  }

  private static Kind kind(PublicationOutcome outcome) {
    return ((Refused) outcome).why().kind();
  }

  private static List<String> lints(PublicationOutcome outcome) {
    return ((Refused) outcome).why().findings().stream().map(Finding::lint).toList();
  }

  private static List<String> warnings(PublicationOutcome outcome) {
    return ((Published) outcome).warnings().stream().map(Finding::lint).toList();
  }
}
