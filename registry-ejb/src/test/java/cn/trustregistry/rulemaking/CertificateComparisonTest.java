package cn.trustregistry.rulemaking;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.recognition.Categories;
import cn.trustregistry.recognition.Categories.Category;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.recognition.TestRules;
import cn.trustregistry.rulemaking.Preview.CertificateChange;
import cn.trustregistry.trust.CertificateDirectory;
import cn.trustregistry.trust.DirectoryEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateComparisonTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final CategoryRef LAND = CategoryRef.parse("GGZY:1:03");
  private static final Categories CATEGORIES =
      new Categories(List.of(new Category(LAND, null, "土地", "land")));
  private static final LocalDate END = LocalDate.of(2022, 12, 12);

  private final CertificateDirectory directory = new CertificateDirectory();
  private final Map<String, Instant> issued = new HashMap<>();

  private void publish(String name, Profile profile, String issuedAt) {
    directory.add(
        new DirectoryEntry(
            name,
            "gxca",
            "issuer",
            HolderKind.UNIT,
            Medium.USB_KEY,
            profile,
            CertificateRole.SIGNING,
            null,
            NOW));
    issued.put(name, Instant.parse(issuedAt));
  }

  private static RuleBook book(@Nullable LocalDate legacyIssuedUntil, Effect effect) {
    RecognitionRule rule = TestRules.unlimited("all", effect);
    return new RuleBook(1, NOW, List.of(rule), legacyIssuedUntil);
  }

  private Cohorts cohorts(RuleBook before, RuleBook after) {
    return Cohorts.of(
        directory,
        before,
        after,
        names -> {
          Map<String, Instant> known = new HashMap<>(issued);
          known.keySet().retainAll(names);
          return known;
        });
  }

  private List<CertificateChange> changes(RuleBook before, RuleBook after) {
    return new CertificateComparison(before, after, CATEGORIES, List.of("450100"), NOW)
        .changes(cohorts(before, after));
  }

  @Test
  void earlier_end_of_legacy_issue_refuses_those_issued_between_the_two_days_and_no_others() {
    publish("earlier", Profile.LEGACY, "2022-11-30T15:59:59Z");
    publish("first-too-late", Profile.LEGACY, "2022-11-30T16:00:00Z");
    publish("last-too-late", Profile.LEGACY, "2022-12-12T15:59:59Z");
    publish("late-already", Profile.LEGACY, "2022-12-12T16:00:00Z");
    publish("standard", Profile.STANDARD, "2022-12-01T00:00:00Z");
    RuleBook before = book(END, Effect.ALLOW);
    RuleBook after = book(LocalDate.of(2022, 11, 30), Effect.ALLOW);
    assertThat(changes(before, after))
        .hasSize(Stage.values().length)
        .allSatisfy(
            change -> {
              assertThat(change.examples())
                  .containsExactlyInAnyOrder("first-too-late", "last-too-late");
              assertThat(change.count()).isEqualTo(2);
              assertThat(change.kind().lateBefore()).isFalse();
              assertThat(change.kind().lateAfter()).isTrue();
              assertThat(change.from()).isEqualTo("RECOGNISED");
              assertThat(change.to()).isEqualTo("REFUSED");
              assertThat(change.toRule()).isNull();
            });
    assertThat(cohorts(before, after).newlyLate()).isEqualTo(2);
  }

  @Test
  void end_that_is_taken_away_lets_the_late_ones_in() {
    publish("late", Profile.LEGACY, "2023-01-01T00:00:00Z");
    RuleBook before = book(END, Effect.ALLOW);
    RuleBook after = book(null, Effect.ALLOW);
    assertThat(changes(before, after))
        .isNotEmpty()
        .allSatisfy(
            change -> {
              assertThat(change.from()).isEqualTo("REFUSED");
              assertThat(change.to()).isEqualTo("RECOGNISED");
              assertThat(change.kind().lateBefore()).isTrue();
            });
    assertThat(cohorts(before, after).newlyLate()).isEqualTo(-1);
  }

  @Test
  void rule_that_changes_does_not_concern_certificates_that_are_too_late_under_both_books() {
    publish("late", Profile.LEGACY, "2023-01-01T00:00:00Z");
    publish("in-time", Profile.LEGACY, "2022-01-01T00:00:00Z");
    assertThat(changes(book(END, Effect.ALLOW), book(END, Effect.DENY)))
        .isNotEmpty()
        .allSatisfy(change -> assertThat(change.examples()).containsExactly("in-time"));
  }

  @Test
  void days_of_issue_are_not_asked_for_where_no_book_has_an_end() {
    publish("legacy", Profile.LEGACY, "2022-01-01T00:00:00Z");
    Cohorts cohorts =
        Cohorts.of(
            directory,
            book(null, Effect.ALLOW),
            book(null, Effect.DENY),
            names -> {
              throw new AssertionError("asked");
            });
    assertThat(cohorts.all()).hasSize(1);
    assertThat(cohorts.newlyLate()).isZero();
  }
}
