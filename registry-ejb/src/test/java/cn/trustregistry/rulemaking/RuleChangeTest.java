package cn.trustregistry.rulemaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.RuleLimits;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.rulemaking.RuleChange.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleChangeTest {
  private static final RecognitionRule ONE = rule("one", Effect.ALLOW, "why");
  private static final RecognitionRule TWO = rule("two", Effect.ALLOW, "");

  @Test
  void each_rule_is_the_same_changed_added_or_removed() {
    RecognitionRule denied = rule("one", Effect.DENY, "because");
    RecognitionRule three = rule("three", Effect.ALLOW, "");
    List<RuleChange> changes = RuleChange.between(List.of(ONE, TWO), List.of(three, denied));
    assertThat(changes)
        .extracting(RuleChange::id, RuleChange::kind, RuleChange::position)
        .containsExactly(
            tuple("three", Kind.ADDED, 0),
            tuple("one", Kind.CHANGED, 1),
            tuple("two", Kind.REMOVED, -1));
    assertThat(changes.get(1).fields()).containsExactly(RuleField.EFFECT, RuleField.NOTE_EN);
  }

  @Test
  void order_alone_changes_no_rule() {
    assertThat(RuleChange.between(List.of(ONE, TWO), List.of(TWO, ONE)))
        .extracting(RuleChange::kind)
        .containsOnly(Kind.SAME);
  }

  @Test
  void second_rule_of_the_same_name_counts_as_added() {
    assertThat(RuleChange.between(List.of(ONE), List.of(ONE, ONE)))
        .extracting(RuleChange::kind)
        .containsExactly(Kind.SAME, Kind.ADDED);
  }

  @Test
  void field_without_a_condition_is_empty() {
    assertThat(RuleField.STAGES.of(ONE)).isPresent();
    assertThat(RuleField.TENANTS.of(ONE)).isEmpty();
    assertThat(RuleField.UNTIL_PROJECT_ENDS.of(ONE)).isEmpty();
    assertThat(RuleField.STAGES.text(ONE)).isEqualTo("BID_ENCRYPTION, LOGIN");
  }

  private static RecognitionRule rule(String id, Effect effect, String note) {
    return new RecognitionRule(
        id,
        effect,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(Stage.LOGIN, Stage.BID_ENCRYPTION),
        Set.of(),
        null,
        null,
        null,
        null,
        "",
        note,
        RuleLimits.NONE);
  }
}
