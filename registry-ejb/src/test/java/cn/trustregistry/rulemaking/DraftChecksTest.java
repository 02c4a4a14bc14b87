package cn.trustregistry.rulemaking;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.recognition.Categories;
import cn.trustregistry.recognition.Categories.Category;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.Region;
import cn.trustregistry.recognition.RuleLimits;
import cn.trustregistry.rulemaking.DraftFault.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftChecksTest {
  private static final CategoryRef LAND = CategoryRef.parse("GGZY:1:03");
  private static final DraftChecks.World WORLD =
      new DraftChecks.World(
          Set.of("gxca"),
          new Categories(List.of(new Category(LAND, null, "土地", "land"))),
          Set.of("450000", "450100"),
          Set.of("centre-450100"),
          "450100/GT-1"::equals);

  @Test
  void good_rules_have_no_faults() {
    assertThat(faults(rule("a", "gxca", null, null), rule("b", null, null, null))).isEmpty();
  }

  @Test
  void id_is_well_formed_and_there_once() {
    assertFaults(faults(rule("a b", null, null, null)), "rules[0].id", Code.RULE_ID_MALFORMED);
    assertFaults(
        faults(rule("a", "gxca", null, null), rule("a", null, null, null)),
        "rules[1].id",
        Code.RULE_ID_TWICE);
  }

  @Test
  void dates_that_cannot_be_name_the_end() {
    LocalDate day = LocalDate.of(2022, 12, 31);
    assertFaults(
        faults(listed(day, day.minusDays(1))), "rules[0].listedTo", Code.RULE_DATES_IMPOSSIBLE);
    assertThat(faults(listed(day, day))).isEmpty();
    Instant moment = Instant.parse("2022-12-31T00:00:00Z");
    assertFaults(
        faults(rule("a", null, moment, moment)), "rules[0].validTo", Code.RULE_DATES_IMPOSSIBLE);
    assertFaults(
        faults(rule("a", null, Instant.parse("0022-12-31T00:00:00Z"), null)),
        "rules[0].validFrom",
        Code.RULE_DATES_IMPOSSIBLE);
    assertFaults(
        DraftChecks.faults(
            new DraftContent("", List.of(rule("a", null, null, null)), LocalDate.of(22, 1, 1)),
            WORLD),
        "legacyIssuedUntil",
        Code.RULE_DATES_IMPOSSIBLE);
  }

  @Test
  void impossible_moments_are_told_in_the_time_of_china() {
    Instant from = Instant.parse("2022-12-31T16:00:00Z");
    DraftFault fault = faults(rule("a", null, from, from.minusSeconds(1))).get(0);
    assertThat(fault.chinese()).contains("2023-01-01 00:00:00 – 2022-12-31 23:59:59 北京时间");
    assertThat(fault.english()).contains("China Standard Time").doesNotContain("T16:00");
  }

  @Test
  void same_conditions_at_the_same_time_overlap_and_one_after_the_other_do_not() {
    Instant change = Instant.parse("2026-01-01T00:00:00Z");
    RecognitionRule until = rule("a", "gxca", null, change);
    assertThat(faults(until, rule("b", "gxca", change, null))).isEmpty();
    assertFaults(
        faults(until, rule("b", "gxca", change.minusSeconds(1), null)),
        "rules[1].validFrom",
        Code.RULES_OVERLAP);
    LocalDate day = LocalDate.of(2022, 12, 31);
    assertThat(faults(listed(null, day), renamed(listed(day.plusDays(1), null)))).isEmpty();
    assertFaults(
        faults(listed(null, day), renamed(listed(day, null))),
        "rules[1].validFrom",
        Code.RULES_OVERLAP);
  }

  @Test
  void names_nobody_knows_are_faults() {
    assertFaults(
        faults(rule("a", "nobody", null, null)), "rules[0].tenants", Code.RULE_TENANT_UNKNOWN);
    RecognitionRule everything =
        new RecognitionRule(
            "a",
            Effect.ALLOW,
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(LAND, CategoryRef.parse("GGZY:1:77")),
            Set.of(),
            Set.of(Region.parse("450000+"), Region.parse("110000"), Region.parse("450100")),
            null,
            null,
            null,
            null,
            "",
            "",
            new RuleLimits(
                Set.of("centre-450100", "stranger"), Set.of("450100/GT-1", "450100/GT-2"), true));
    assertThat(faults(everything))
        .extracting(DraftFault::code)
        .containsExactly(
            Code.RULE_CATEGORY_UNKNOWN,
            Code.RULE_REGION_UNKNOWN,
            Code.RULE_SYSTEM_UNKNOWN,
            Code.RULE_PROJECT_UNKNOWN);
    assertThat(RuleJson.read(RuleJson.write(List.of(everything)))).containsExactly(everything);
  }

  @Test
  void empty_book_would_recognise_nothing_and_is_a_fault() {
    assertFaults(faults(), "rules", Code.RULES_MISSING);
  }

  @Test
  void every_fault_is_said_in_both_languages() {
    for (Code code : Code.values()) {
      DraftFault fault = new DraftFault(code, "rules[0].id", Map.of("value", "x"));
      assertThat(fault.chinese()).containsPattern("\\p{IsHan}").doesNotContain("{");
      assertThat(fault.english()).doesNotContainPattern("\\p{IsHan}").doesNotContain("{");
    }
  }

  private static List<DraftFault> faults(RecognitionRule... rules) {
    return DraftChecks.faults(new DraftContent("", List.of(rules), null), WORLD);
  }

  private static void assertFaults(List<DraftFault> faults, String field, Code code) {
    assertThat(faults)
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo(field);
              assertThat(fault.code()).isEqualTo(code);
            });
  }

  private static RecognitionRule rule(
      String id, @Nullable String tenant, @Nullable Instant from, @Nullable Instant to) {
    return rule(id, tenant, null, null, from, to);
  }

  private static RecognitionRule listed(@Nullable LocalDate from, @Nullable LocalDate to) {
    return rule("a", null, from, to, null, null);
  }

  private static RecognitionRule renamed(RecognitionRule rule) {
    return rule("b", null, rule.listedFrom(), rule.listedTo(), null, null);
  }

  private static RecognitionRule rule(
      String id,
      @Nullable String tenant,
      @Nullable LocalDate listedFrom,
      @Nullable LocalDate listedTo,
      @Nullable Instant validFrom,
      @Nullable Instant validTo) {
    return new RecognitionRule(
        id,
        Effect.ALLOW,
        tenant == null ? Set.of() : Set.of(tenant),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        listedFrom,
        listedTo,
        validFrom,
        validTo,
        "",
        "");
  }
}
