package cn.trustregistry.web.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.Region;
import cn.trustregistry.recognition.RuleLimits;
import cn.trustregistry.recognition.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleFormTest {
  @Test
  void rule_comes_out_of_the_form_as_it_went_in() {
    RecognitionRule rule =
        new RecognitionRule(
            "old-land",
            Effect.DENY,
            Set.of("gxca", "other"),
            Set.of(HolderKind.UNIT),
            Set.of(Medium.MOBILE),
            Set.of(Profile.LEGACY),
            Set.of(CategoryRef.parse("GGZY:1:03")),
            Set.of(Stage.LOGIN),
            Set.of(Region.parse("450000+"), Region.parse("450100")),
            LocalDate.of(2022, 1, 1),
            LocalDate.of(2022, 12, 31),
            Instant.parse("2022-12-31T16:00:01Z"),
            Instant.parse("2099-12-31T16:00:00Z"),
            "中文",
            "English",
            new RuleLimits(Set.of("centre-450100"), Set.of("450100/GT-1"), true));
    RuleForm form = new RuleForm(RuleForm.of(rule));
    assertThat(form.read()).isEqualTo(rule);
    assertThat(form.unreadable()).isEmpty();
  }

  @Test
  void empty_form_puts_no_condition() {
    RecognitionRule rule = new RuleForm(RuleForm.empty()).read();
    assertThat(rule.tenants()).isEmpty();
    assertThat(rule.regions()).isEmpty();
    assertThat(rule.validFrom()).isNull();
    assertThat(rule.limits()).isEqualTo(RuleLimits.NONE);
  }

  @Test
  void what_cannot_be_read_is_named_by_its_field() {
    Map<String, Object> values = RuleForm.empty();
    values.put("regions", "4500 450100+");
    values.put("listedTo", "31.12.2022");
    values.put("validFrom", "tomorrow");
    RuleForm form = new RuleForm(values);
    form.read();
    assertThat(form.unreadable()).containsOnlyKeys("regions", "listedTo", "validFrom");
  }

  @Test
  void moments_are_those_of_shanghai() {
    Map<String, Object> values = RuleForm.empty();
    values.put("validFrom", "2026-01-01T00:00");
    assertThat(new RuleForm(values).read().validFrom())
        .isEqualTo(Instant.parse("2025-12-31T16:00:00Z"));
  }
}
