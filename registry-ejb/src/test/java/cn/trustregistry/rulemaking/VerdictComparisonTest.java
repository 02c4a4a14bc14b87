package cn.trustregistry.rulemaking;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.authority.EvidencePolicyHistory;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.revocation.RevocationKnowledge;
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
import cn.trustregistry.recognition.TestRules;
import cn.trustregistry.rulemaking.Preview.VerdictChange;
import cn.trustregistry.trust.Directories;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.validation.RecordedVerdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictComparisonTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final RecognitionRule ALLOW = TestRules.unlimited("all", Effect.ALLOW);
  private static final RuleBook BEFORE = book(1, LocalDate.of(2022, 12, 12));

  private static RuleBook book(long version, @Nullable LocalDate legacyIssuedUntil) {
    return new RuleBook(version, NOW, List.of(ALLOW), legacyIssuedUntil);
  }

  private static TrustSnapshot snapshot() {
    Directories directories = new Directories();
    for (Profile profile : Profile.values()) {
      directories
          .certificates()
          .add(
              new DirectoryEntry(
                  profile.name(),
                  "gxca",
                  "issuer",
                  HolderKind.UNIT,
                  Medium.USB_KEY,
                  profile,
                  CertificateRole.SIGNING,
                  null,
                  NOW.minusSeconds(9)));
    }
    Category land = new Category(CategoryRef.parse("GGZY:1:03"), null, "土地", "land");
    return new TrustSnapshot(
        Map.of(),
        Map.of(),
        RevocationKnowledge.NONE,
        new RecognitionData(new Categories(List.of(land)), List.of(BEFORE)),
        EvidencePolicyHistory.NONE,
        directories);
  }

  private static RecordedVerdict verdict(Profile profile, Verdict verdict) {
    return new RecordedVerdict(
        "id-" + profile,
        "450100",
        "client",
        NOW,
        NOW,
        NOW,
        profile.name(),
        "gxca",
        "GGZY:1:03",
        "LOGIN",
        null,
        null,
        verdict.name(),
        1);
  }

  private static List<VerdictChange> changes(RuleBook after, Instant issued, Verdict was) {
    VerdictComparison comparison =
        new VerdictComparison(snapshot(), after, names -> Map.of(Profile.LEGACY.name(), issued));
    List<RecordedVerdict> page =
        List.of(verdict(Profile.LEGACY, was), verdict(Profile.STANDARD, Verdict.VALID));
    comparison.others(page).forEach(other -> comparison.add(other, Verdict.VALID));
    return comparison.changes();
  }

  @Test
  void verdict_on_a_legacy_certificate_turns_with_the_last_day_of_their_issue() {
    RuleBook earlier = book(2, LocalDate.of(2022, 11, 30));
    Instant between = Instant.parse("2022-12-01T00:00:00Z");
    assertThat(changes(earlier, between, Verdict.VALID))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.to()).isEqualTo("INVALID");
              assertThat(change.rule()).isNull();
              assertThat(change.examples()).containsExactly("id-LEGACY");
            });
    Instant late = Instant.parse("2023-01-01T00:00:00Z");
    assertThat(changes(book(2, null), late, Verdict.INVALID))
        .extracting(VerdictChange::to)
        .containsExactly("VALID");
  }

  @Test
  void certificate_on_the_same_side_of_both_days_keeps_its_verdict() {
    RuleBook earlier = book(2, LocalDate.of(2022, 11, 30));
    assertThat(changes(earlier, Instant.parse("2022-11-30T15:59:59Z"), Verdict.VALID)).isEmpty();
    assertThat(changes(earlier, Instant.parse("2022-12-12T16:00:00Z"), Verdict.INVALID)).isEmpty();
  }
}
