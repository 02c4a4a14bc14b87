package cn.trustregistry.validation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.NamedProject;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionFacts;
import cn.trustregistry.recognition.RecognitionReason;
import cn.trustregistry.recognition.RecognitionReason.Cause;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.recognition.TestRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final RecognitionRule RULE = TestRules.unlimited("rule-1", Effect.DENY);
  private static final RecognitionFacts FACTS =
      new RecognitionFacts(
          "gxca",
          HolderKind.UNIT,
          Medium.MOBILE,
          Profile.STANDARD,
          CategoryRef.parse("GGZY:1:9002"),
          Stage.LOGIN,
          "450100",
          null,
          NOW,
          "centre-450100",
          new NamedProject("450100", "GT-1", true),
          null);

  @Test
  void every_reason_of_rules_and_registry_is_said_in_chinese_and_english_with_its_evidence() {
    List<Reason> reasons = new ArrayList<>();
    for (Cause cause : Cause.values()) {
      reasons.add(new RecognitionReason.NotPassed(cause, 3, RULE, FACTS));
    }
    reasons.set(Cause.RULE_BOOK_MISSING.ordinal(), new RecognitionReason.NoRuleBook(NOW));
    reasons.set(
        Cause.LEGACY_ISSUED_LATE.ordinal(),
        new RecognitionReason.IssuedLate(3, LocalDate.of(2022, 12, 12), NOW, FACTS));
    reasons.add(new ValidationReason.NotPublished("abc"));
    reasons.add(new ValidationReason.SealingTimeNeeded(NOW));
    assertThat(reasons)
        .allSatisfy(
            reason -> {
              assertThat(ReasonWords.chinese(reason)).containsPattern("\\p{IsHan}");
              assertThat(ReasonWords.english(reason)).doesNotContainPattern("\\p{IsHan}");
              for (String words :
                  List.of(ReasonWords.chinese(reason), ReasonWords.english(reason))) {
                assertThat(words).doesNotContain("{", "}", " - ");
              }
            });
  }
}
