package cn.trustregistry.validation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.EvidencePolicyHistory;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.crl.CrlSigners;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import cn.trustregistry.pki.path.AlgorithmPolicy;
import cn.trustregistry.pki.path.PathValidator;
import cn.trustregistry.pki.path.SearchBudget;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
import cn.trustregistry.project.ProjectFacts;
import cn.trustregistry.recognition.Categories;
import cn.trustregistry.recognition.Categories.Category;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionData;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.recognition.TestRules;
import cn.trustregistry.trust.Directories;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.KeyHandling;
import cn.trustregistry.trust.Succession;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.validation.Explanation.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How bids are judged for decryption. */
class DecryptionTest {
  private static final Instant NOW = TestPki.NOW;
  private static final CategoryRef WORKS = CategoryRef.parse("GGZY:1:01");
  private static final CentreClient CENTRE = new CentreClient("450100", "centre-450100");
  private static final Instant LONG_AGO = day(-700);
  private static final RecognitionRule EVERYTHING = TestRules.unlimited("everything", Effect.ALLOW);

  private final TestPki.Authority ca = TestPki.root("C=CN,CN=CA", TestKey.Kind.P256);
  private final TestPki.Issued bidder =
      ca.issue(
          "C=CN,CN=bidder",
          spec -> spec.keyUsage(KeyUsage.keyEncipherment).from(day(-300)).to(day(-1)));
  private final Directories directories = new Directories();

  @Test
  void expired_certificate_is_good_for_a_bid_that_was_sealed_before_and_the_expiry_is_named()
      throws Exception {
    Answer answer = ask(day(-2), null, ca.crl(1));
    assertThat(answer.verdict()).isEqualTo(Verdict.VALID);
    assertThat(answer.occasion().judgedAt()).isEqualTo(day(-2));
    assertThat(answer.advice())
        .extracting(Advice::code)
        .containsExactly(Advice.Code.EXPIRED_SINCE_SEALING);
  }

  @Test
  void bid_sealed_after_the_expiry_is_invalid() throws Exception {
    Answer answer = ask(NOW.minusSeconds(60), null, ca.crl(1));
    assertThat(answer.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(answer.reasons()).extracting(Reason::code).containsExactly("EXPIRED");
  }

  @Test
  void without_the_sealing_time_it_is_left_open_even_if_the_certificate_has_expired_since()
      throws Exception {
    Answer answer = ask(null, null, ca.crl(1));
    assertThat(answer.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(answer.reasons())
        .extracting(Reason::code)
        .containsExactly("EXPIRED", "SEALING_TIME_NEEDED");
  }

  @Test
  void project_tells_the_sealing_time_as_it_was_known_then() throws Exception {
    report(1, null, day(-5));
    report(2, day(-3), day(-2));
    assertThat(ask(null, "P-1", ca.crl(1)).verdict()).isEqualTo(Verdict.VALID);
    assertThat(ask(null, "P-1", ca.crl(1)).occasion().sealedAt()).isEqualTo(day(-3));
    assertThat(ask(day(-10), "P-1", ca.crl(1)).occasion().sealedAt()).isEqualTo(day(-10));
  }

  @Test
  void revocation_after_the_sealing_is_named_with_what_to_do_and_one_before_it_refuses()
      throws Exception {
    TestPki.CrlSpec revoked = ca.crl(1).revoke(bidder.certificate().serial(), day(-20), 1);
    Answer before = ask(day(-30), null, revoked);
    assertThat(before.verdict()).isEqualTo(Verdict.VALID);
    assertThat(before.advice())
        .extracting(Advice::code)
        .contains(Advice.Code.REVOKED_SINCE_SEALING);
    Answer after = ask(day(-10), null, revoked);
    assertThat(after.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(after.reasons()).extracting(Reason::code).containsExactly("CERTIFICATE_REVOKED");
  }

  @Test
  void replaced_certificate_names_the_new_one_and_which_key_decrypts() throws Exception {
    for (KeyHandling key : KeyHandling.values()) {
      Directories with = new Directories();
      String old = bidder.certificate().sha256();
      with.successions().add(new Succession("r-1", old, "new", "huace", key, day(-1)));
      Advice advice = snapshotAnswer(with, day(-2), null, ca.crl(1)).advice().get(0);
      assertThat(advice.evidence())
          .containsEntry("replacedBy", "new")
          .containsEntry("key", key.name());
      assertThat(advice.code())
          .isEqualTo(
              switch (key) {
                case SAME_KEY -> Advice.Code.DECRYPT_WITH_EITHER_MEDIUM;
                case ESCROWED -> Advice.Code.DECRYPT_WITH_ESCROWED_KEY;
                case NEW_KEY -> Advice.Code.DECRYPT_WITH_OLD_MEDIUM;
              });
      assertThat(ReasonWords.chinese(advice)).containsPattern("\\p{IsHan}").doesNotContain("{");
    }
  }

  @Test
  void new_certificate_is_sent_back_to_the_old_one_that_the_bid_was_sealed_to() throws Exception {
    String sha256 = bidder.certificate().sha256();
    directories
        .successions()
        .add(new Succession("r-1", "old", sha256, "huace", KeyHandling.NEW_KEY, day(-100)));
    Answer answer = ask(day(-400), null, ca.crl(1));
    assertThat(answer.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(answer.reasons()).extracting(Reason::code).containsExactly("NOT_YET_VALID");
    assertThat(answer.advice())
        .extracting(Advice::code)
        .contains(Advice.Code.SEALED_TO_KEY_ON_OLD_MEDIUM);
  }

  @Test
  void every_advice_is_said_in_both_languages() {
    for (Advice.Code code : Advice.Code.values()) {
      Advice advice = new Advice(code, Map.of());
      assertThat(ReasonWords.chinese(advice)).containsPattern("\\p{IsHan}");
      assertThat(ReasonWords.english(advice)).doesNotContainPattern("\\p{IsHan}");
    }
  }

  @Test
  void explanation_shows_what_passed_with_its_evidence_and_every_reason_once() throws Exception {
    Explanation good = Explanation.of(ask(day(-2), null, ca.crl(1)));
    assertThat(checks(good)).extracting(Check::state).containsOnly(Explanation.State.PASSED);
    assertThat(check(good, ExplainedCheck.REVOCATION).facts())
        .containsEntry("source", "CRL")
        .containsEntry("crlNumber", "1")
        .containsKeys("thisUpdate", "nextUpdate");
    assertThat(check(good, ExplainedCheck.RECOGNISED).facts()).containsEntry("rule", "everything");
    Answer answer = ask(null, null, ca.crl(1));
    Explanation bad = Explanation.of(answer);
    assertThat(checks(bad).stream().flatMap(check -> check.reasons().stream()))
        .containsExactlyInAnyOrderElementsOf(answer.reasons());
    assertThat(check(bad, ExplainedCheck.VALIDITY).state()).isEqualTo(Explanation.State.FAILED);
    assertThat(check(bad, ExplainedCheck.SEALING_TIME).state()).isEqualTo(Explanation.State.OPEN);
  }

  @Test
  void explanation_of_a_certificate_that_leads_to_no_anchor_claims_no_check_of_the_path()
      throws Exception {
    TestPki.Authority stranger = TestPki.root("C=CN,CN=stranger", TestKey.Kind.P256);
    TestPki.Issued foreign =
        stranger.issue("C=CN,CN=foreign", spec -> spec.from(day(-1)).to(day(1)));
    ValidationRequest request =
        new ValidationRequest(foreign.certificate(), List.of(), NOW, NOW, WORKS, Stage.LOGIN, null);
    Explanation explanation =
        Explanation.of(decision().decide(snapshot(directories, ca.crl(1)), CENTRE, request));
    assertThat(checks(explanation))
        .extracting(Check::state)
        .doesNotContain(Explanation.State.PASSED);
    assertThat(check(explanation, ExplainedCheck.ANCHOR).reasons())
        .extracting(Reason::code)
        .containsExactly("ISSUER_UNKNOWN");
  }

  private static List<Check> checks(Explanation explanation) {
    return explanation.groups().stream().flatMap(group -> group.checks().stream()).toList();
  }

  private static Check check(Explanation explanation, ExplainedCheck name) {
    return checks(explanation).stream().filter(c -> c.name() == name).findFirst().orElseThrow();
  }

  private void report(int version, @Nullable Instant sealedAt, Instant reportedAt) {
    directories
        .projects()
        .add(
            new ProjectFacts(
                CENTRE.centre(),
                "P-1",
                version,
                "",
                WORKS,
                LocalDate.of(2026, 1, 1),
                sealedAt,
                null,
                null,
                reportedAt,
                "test",
                null));
  }

  private Answer ask(@Nullable Instant sealedAt, @Nullable String project, TestPki.CrlSpec crl)
      throws MalformedObjectException {
    return snapshotAnswer(directories, sealedAt, project, crl);
  }

  private Answer snapshotAnswer(
      Directories known, @Nullable Instant sealedAt, @Nullable String project, TestPki.CrlSpec crl)
      throws MalformedObjectException {
    ValidationRequest request =
        new ValidationRequest(
            bidder.certificate(),
            List.of(),
            NOW,
            NOW,
            WORKS,
            Stage.BID_DECRYPTION,
            null,
            project,
            sealedAt);
    return decision().decide(snapshot(known, crl), CENTRE, request);
  }

  private static Decision decision() {
    return new Decision(
        new PathValidator(new SignatureVerifier(16), SearchBudget.DEFAULT),
        AlgorithmPolicy.DEFAULT);
  }

  private TrustSnapshot snapshot(Directories known, TestPki.CrlSpec crl)
      throws MalformedObjectException {
    known
        .certificates()
        .add(
            new DirectoryEntry(
                bidder.certificate().sha256(),
                "gxca",
                ca.certificate().sha256(),
                HolderKind.UNIT,
                Medium.USB_KEY,
                Profile.STANDARD,
                CertificateRole.ENCRYPTION,
                null,
                LONG_AGO));
    Issuer issuer =
        new Issuer("gxca", Issuer.Kind.ANCHOR, ca.certificate(), LONG_AGO, day(700), LONG_AGO);
    RevocationList list =
        RevocationList.read(crl.encode(), CrlSigners.of(List.of(ca.key().publicKey())));
    return new TrustSnapshot(
        Map.of("gxca", new CaCompany("gxca", "gxca", "gxca", "", SubjectIdMapping.COMMON)),
        Map.of(issuer.sha256(), issuer),
        RevocationKnowledge.NONE.with(ReceivedCrl.of(list, list.thisUpdate())),
        new RecognitionData(
            new Categories(List.of(new Category(WORKS, null, "", ""))),
            List.of(new RuleBook(1, LONG_AGO, List.of(EVERYTHING)))),
        EvidencePolicyHistory.NONE,
        known);
  }

  private static Instant day(int days) {
    return NOW.plus(Duration.ofDays(days));
  }
}
