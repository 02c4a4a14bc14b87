package cn.trustregistry.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.access.Caller.Administrator;
import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.project.ProjectReport;
import cn.trustregistry.project.Projects;
import cn.trustregistry.publication.CertificateAttributes;
import cn.trustregistry.publication.Crls;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.recognition.Categories.Category;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.Recognitions;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.replacement.ReplacementReason;
import cn.trustregistry.replacement.ReplacementRefused;
import cn.trustregistry.replacement.ReplacementRequest;
import cn.trustregistry.replacement.ReplacementRequest.Exchange;
import cn.trustregistry.replacement.Replacements;
import cn.trustregistry.rulemaking.DraftContent;
import cn.trustregistry.rulemaking.DraftFault;
import cn.trustregistry.rulemaking.DraftRefused;
import cn.trustregistry.rulemaking.Preview;
import cn.trustregistry.rulemaking.PreviewProgress;
import cn.trustregistry.rulemaking.Previews;
import cn.trustregistry.rulemaking.RuleDraft;
import cn.trustregistry.rulemaking.RuleDrafts;
import cn.trustregistry.start.TrustLoading;
import cn.trustregistry.trust.KeyHandling;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.validation.Answer;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.validation.Validations;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How rules come about and change, and what of it is remembered, inside the server. */
@ArquillianTest
class RulesInContainerIT {
  private static final CertificateAttributes UNIT =
      new CertificateAttributes(HolderKind.UNIT, Medium.USB_KEY, Profile.STANDARD);
  private static final CentreClient CENTRE = new CentreClient("450100", "centre-450100");
  private static final Administrator FIRST = new Administrator("admin-1", "admin-1");
  private static final Administrator SECOND = new Administrator("admin-2", "admin-2");

  @Inject Authorities authorities;
  @Inject Crls crls;
  @Inject Previews previews;
  @Inject Projects projects;
  @Inject Publications publications;
  @Inject Recognitions recognitions;
  @Inject Replacements replacements;
  @Inject RuleDrafts drafts;
  @Inject TrustLoading loading;
  @Inject TrustState trust;
  @Inject Validations validations;

  @Resource(lookup = "java:app/jdbc/registry")
  DataSource database;

  @Test
  void certificates_already_issued_are_recognised_for_a_category_that_is_added_later()
      throws Exception {
    TestPki.Issued holder = published("grower");
    CategoryRef works = CategoryRef.parse("GGZY:1:01");
    CategoryRef added = CategoryRef.parse("GGZY:1:0188");
    assertThatThrownBy(() -> ask(holder, added, null)).hasMessageContaining("0188");
    recognitions.addCategories(
        List.of(new Category(added, works, "新增工程", "Added works")), "admin-1", now());
    assertThat(ask(holder, added, null).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void draft_becomes_a_rule_book_by_two_people_only() {
    RuleDraft draft = drafts.create(FIRST, "two people", now());
    long newest = newest().version();
    assertThat(draft.basedOn()).isEqualTo(newest);
    assertThat(draft.content().rules()).isEqualTo(newest().rules());
    assertRefused(() -> drafts.approve(SECOND, draft.id(), now()), DraftRefused.Kind.DRAFT_STATE);
    RuleDraft submitted = drafts.submit(FIRST, draft.id(), draft.revision(), now());
    assertThat(submitted.state()).isEqualTo(RuleDraft.State.SUBMITTED);
    assertRefused(() -> drafts.approve(FIRST, draft.id(), now()), DraftRefused.Kind.SAME_PERSON);
    assertRefused(
        () -> drafts.edit(FIRST, draft.id(), submitted.revision(), draft.content(), now()),
        DraftRefused.Kind.DRAFT_STATE);
    assertThat(newest().version()).isEqualTo(newest);
    RuleBook book = drafts.approve(SECOND, draft.id(), now());
    assertThat(book.version()).isEqualTo(newest + 1);
    assertThat(newest()).isEqualTo(book);
    assertThat(newest().legacyIssuedUntil()).isEqualTo(LocalDate.of(2022, 12, 12));
    assertThat(drafts.find(draft.id()).orElseThrow().publishedAs()).isEqualTo(book.version());
    assertRefused(() -> drafts.approve(SECOND, draft.id(), now()), DraftRefused.Kind.DRAFT_STATE);
  }

  @Test
  void draft_that_another_book_overtook_or_somebody_else_edited_is_not_taken() {
    RuleDraft slow = drafts.create(FIRST, "slow", now());
    RuleDraft submitted = drafts.create(FIRST, "submitted", now());
    drafts.submit(FIRST, submitted.id(), submitted.revision(), now());
    RuleDraft quick = drafts.create(FIRST, "quick", now());
    drafts.submit(FIRST, quick.id(), quick.revision(), now());
    drafts.approve(SECOND, quick.id(), now());
    assertRefused(
        () -> drafts.submit(FIRST, slow.id(), slow.revision(), now()),
        DraftRefused.Kind.DRAFT_STALE);
    assertRefused(
        () -> drafts.approve(SECOND, submitted.id(), now()), DraftRefused.Kind.DRAFT_STALE);
    RuleDraft edited = drafts.edit(SECOND, slow.id(), slow.revision(), slow.content(), now());
    assertRefused(
        () -> drafts.edit(FIRST, slow.id(), slow.revision(), slow.content(), now()),
        DraftRefused.Kind.DRAFT_EDITED_MEANWHILE);
    RuleDraft rebased = drafts.rebase(FIRST, slow.id(), edited.revision(), now());
    assertThat(drafts.submit(FIRST, slow.id(), rebased.revision(), now()).state())
        .isEqualTo(RuleDraft.State.SUBMITTED);
    assertThat(drafts.sendBack(SECOND, slow.id(), "not yet", now()).state())
        .isEqualTo(RuleDraft.State.OPEN);
    assertThat(drafts.discard(FIRST, slow.id(), now()).state())
        .isEqualTo(RuleDraft.State.DISCARDED);
    drafts.discard(FIRST, submitted.id(), now());
  }

  @Test
  void draft_with_faults_is_kept_and_not_submitted_and_every_fault_names_its_field() {
    RuleDraft draft = drafts.create(FIRST, "faulty", now());
    List<RecognitionRule> rules = new ArrayList<>(draft.content().rules());
    rules.add(rules.get(0));
    DraftContent faulty = new DraftContent("faulty", rules, draft.content().legacyIssuedUntil());
    RuleDraft edited = drafts.edit(FIRST, draft.id(), draft.revision(), faulty, now());
    assertThat(drafts.find(draft.id()).orElseThrow().content()).isEqualTo(faulty);
    String last = "rules[" + (rules.size() - 1) + "].";
    assertThat(drafts.faults(faulty))
        .extracting(DraftFault::field)
        .containsExactly(last + "id", last + "validFrom");
    assertThatThrownBy(() -> drafts.submit(FIRST, draft.id(), edited.revision(), now()))
        .isInstanceOf(DraftRefused.class)
        .hasMessageContaining(last + "id");
    drafts.discard(FIRST, draft.id(), now());
  }

  @Test
  void preview_names_certificates_and_verdicts_that_would_change_and_changes_nothing()
      throws Exception {
    TestPki.Issued holder = published("previewed");
    assertThat(ask(holder, CategoryRef.parse("GGZY:1:0103"), null).verdict())
        .isEqualTo(Verdict.VALID);
    RuleDraft draft = drafts.create(FIRST, "deny previewed", now());
    List<RecognitionRule> rules = new ArrayList<>(draft.content().rules());
    rules.add(denyOf("previewed"));
    RuleDraft edited =
        drafts.edit(
            FIRST,
            draft.id(),
            draft.revision(),
            new DraftContent("deny", rules, draft.content().legacyIssuedUntil()),
            now());
    long before = newest().version();
    Preview preview = finished(edited);
    assertThat(preview.complete()).isTrue();
    assertThat(preview.certificates())
        .isNotEmpty()
        .allSatisfy(
            change -> {
              assertThat(change.kind().tenant()).isEqualTo("previewed");
              assertThat(change.examples()).contains(holder.certificate().sha256());
              assertThat(change.to()).isEqualTo("REFUSED");
              assertThat(change.toRule()).isEqualTo("deny-previewed");
            });
    assertThat(preview.verdicts())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.from()).isEqualTo("VALID");
              assertThat(change.to()).isEqualTo("INVALID");
              assertThat(change.category()).isEqualTo("GGZY:1:0103");
              assertThat(change.count()).isEqualTo(1);
            });
    assertThat(newest().version()).isEqualTo(before);
    drafts.discard(FIRST, draft.id(), now());
  }

  private Preview finished(RuleDraft draft) throws InterruptedException {
    previews.start(draft, now());
    for (int i = 0; i < 300; i++) {
      PreviewProgress progress = previews.progress(draft.id()).orElseThrow();
      assertThat(progress.failure()).isNull();
      Preview preview = progress.preview();
      if (preview != null) {
        return preview;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the preview is not made within 30 seconds");
  }

  @Test
  void project_facts_are_known_after_a_restart_as_they_were_known_at_each_moment()
      throws Exception {
    TestPki.Issued holder = published("historian");
    CategoryRef land = CategoryRef.parse("GGZY:1:03");
    Instant before = now();
    Thread.sleep(5);
    projects.report(
        CENTRE,
        new ProjectReport("H-1", "", land, LocalDate.of(2022, 12, 1), null, null, null),
        now());
    assertThat(ask(holder, land, "H-1").occasion().listedOn()).isEqualTo("2022-12-01");
    assertThatThrownBy(
            () -> validations.validate(CENTRE, request(holder, land, "H-1", before), now()))
        .hasMessageContaining("H-1");
    loading.load();
    Thread.sleep(5);
    Instant corrected = now();
    projects.correct(
        CENTRE,
        new ProjectReport("H-1", "", land, LocalDate.of(2022, 12, 2), null, null, null),
        "wrong day",
        corrected);
    assertThat(ask(holder, land, "H-1").occasion().listedOn()).isEqualTo("2022-12-02");
    Answer earlier =
        validations
            .validate(CENTRE, request(holder, land, "H-1", corrected.minusMillis(1)), now())
            .answer();
    assertThat(earlier.occasion().listedOn()).isEqualTo("2022-12-01");
    assertThat(count("audit_entry where action = 'PROJECT_CORRECTED' and subject = '450100/H-1'"))
        .isEqualTo(1);
  }

  @Test
  void refused_replacement_is_audited_and_nothing_else_of_it_is_stored() throws Exception {
    TestPki.Issued holder = published("refuser");
    long entries = count("replacement");
    String sha256 = holder.certificate().sha256();
    ReplacementRequest request =
        new ReplacementRequest(
            ReplacementReason.LOSS,
            List.of(new Exchange(sha256, "0".repeat(64), KeyHandling.NEW_KEY)),
            null);
    assertThatThrownBy(
            () ->
                replacements.record(
                    TestCompany.named("refuser", TestKey.Kind.P256).client(), request, now()))
        .isInstanceOf(ReplacementRefused.class);
    assertThat(count("replacement")).isEqualTo(entries);
    assertThat(
            count(
                "audit_entry where action = 'REPLACEMENT_REFUSED' and subject = '" + sha256 + "'"))
        .isEqualTo(1);
  }

  private RuleBook newest() {
    return trust.required().recognition().newest().orElseThrow();
  }

  private static RecognitionRule denyOf(String tenant) {
    return new RecognitionRule(
        "deny-" + tenant,
        Effect.DENY,
        Set.of(tenant),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        null,
        null,
        null,
        null,
        "",
        "");
  }

  /** A holder's certificate that a company made for one test has published, with fresh lists. */
  private TestPki.Issued published(String code) {
    TestCompany company = TestCompany.named(code, TestKey.Kind.P256);
    company.register(authorities, now());
    company.admit(authorities, now());
    TestPki.Issued holder =
        company
            .issuing()
            .issue("C=CN,CN=holder of " + code, spec -> spec.keyUsage(KeyUsage.digitalSignature));
    publications.publishCertificate(company.client(), holder.certificate().der(), UNIT, now());
    Instant from = now().minusSeconds(60);
    Instant to = now().plus(Duration.ofDays(1));
    crls.publish(company.client(), company.root().crl(1).from(from).to(to).encode(), now());
    crls.publish(company.client(), company.issuing().crl(1).from(from).to(to).encode(), now());
    return holder;
  }

  private Answer ask(TestPki.Issued holder, CategoryRef category, @Nullable String project)
      throws Exception {
    return validations.validate(CENTRE, request(holder, category, project, now()), now()).answer();
  }

  private static ValidationRequest request(
      TestPki.Issued holder, CategoryRef category, @Nullable String project, Instant knownAt) {
    return new ValidationRequest(
        holder.certificate(),
        List.of(),
        now(),
        knownAt,
        category,
        Stage.LOGIN,
        null,
        project,
        null);
  }

  private static void assertRefused(Runnable step, DraftRefused.Kind kind) {
    assertThatThrownBy(step::run)
        .isInstanceOf(DraftRefused.class)
        .extracting(refused -> ((DraftRefused) refused).kind())
        .isEqualTo(kind);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private long count(String table) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }
}
