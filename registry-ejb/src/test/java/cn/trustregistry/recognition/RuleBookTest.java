package cn.trustregistry.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Verdict;
import cn.trustregistry.recognition.Categories.Category;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final CategoryRef WORKS = CategoryRef.parse("GGZY:1:01");
  private static final CategoryRef BUILDINGS = CategoryRef.parse("GGZY:1:0101");
  private static final CategoryRef DRUGS = CategoryRef.parse("GGZY:1:9002");
  private static final Categories TREE =
      new Categories(
          List.of(
              new Category(WORKS, null, "工程建设", "works"),
              new Category(BUILDINGS, WORKS, "房屋建筑", "buildings"),
              new Category(DRUGS, null, "药品", "drugs")));

  @Test
  void what_no_rule_allows_is_not_recognised() {
    RecognitionDecision decision = decide(facts(BUILDINGS, null));
    assertThat(decision).isInstanceOf(RecognitionDecision.Refused.class);
    assertThat(decision.rule()).isEmpty();
    assertThat(((RecognitionDecision.Refused) decision).reason().code())
        .isEqualTo("NOT_RECOGNISED");
  }

  @Test
  void rule_for_a_category_covers_its_subtree_and_nothing_else() {
    RecognitionRule works = rule("works", Effect.ALLOW, Set.of(WORKS), null);
    assertThat(decide(facts(BUILDINGS, null), works))
        .isEqualTo(new RecognitionDecision.Recognised(3, Optional.of(works)));
    assertThat(decide(facts(DRUGS, null), works)).isInstanceOf(RecognitionDecision.Refused.class);
  }

  @Test
  void denial_wins_over_permission_wherever_it_stands() {
    RecognitionRule allow = rule("allow", Effect.ALLOW, Set.of(), null);
    RecognitionRule deny = rule("deny", Effect.DENY, Set.of(BUILDINGS), null);
    for (RecognitionDecision decision :
        List.of(
            decide(facts(BUILDINGS, null), allow, deny),
            decide(facts(BUILDINGS, null), deny, allow))) {
      assertThat(decision.effect()).isEqualTo("REFUSED");
      assertThat(decision.rule()).contains(deny);
    }
  }

  @Test
  void missing_listing_day_leaves_a_permission_open_unless_another_one_decides() {
    RecognitionRule legacy = rule("legacy", Effect.ALLOW, Set.of(), LocalDate.parse("2022-12-31"));
    RecognitionDecision open = decide(facts(BUILDINGS, null), legacy);
    assertThat(open).isInstanceOf(RecognitionDecision.Undecided.class);
    assertThat(((RecognitionDecision.Undecided) open).reason().effect())
        .isEqualTo(Verdict.INDETERMINATE);
    RecognitionRule always = rule("always", Effect.ALLOW, Set.of(), null);
    assertThat(decide(facts(BUILDINGS, null), legacy, always).rule()).contains(always);
  }

  @Test
  void missing_listing_day_leaves_a_denial_open_although_a_permission_matches() {
    RecognitionRule deny = rule("deny", Effect.DENY, Set.of(), LocalDate.parse("2022-12-31"));
    RecognitionRule allow = rule("allow", Effect.ALLOW, Set.of(), null);
    assertThat(decide(facts(BUILDINGS, null), deny, allow).effect()).isEqualTo("UNDECIDED");
    assertThat(decide(facts(BUILDINGS, LocalDate.parse("2023-01-01")), deny, allow).effect())
        .isEqualTo("RECOGNISED");
    assertThat(decide(facts(BUILDINGS, LocalDate.parse("2022-12-31")), deny, allow).effect())
        .isEqualTo("REFUSED");
  }

  @Test
  void open_denial_without_any_permission_is_refused_all_the_same() {
    RecognitionRule deny = rule("deny", Effect.DENY, Set.of(), LocalDate.parse("2022-12-31"));
    assertThat(decide(facts(BUILDINGS, null), deny).effect()).isEqualTo("REFUSED");
  }

  @Test
  void legacy_rule_counts_for_a_named_project_until_its_trading_ends_and_is_cited_then() {
    RecognitionRule legacy =
        limited(
            rule("legacy", Effect.ALLOW, Set.of(), LocalDate.parse("2022-12-31")),
            new RuleLimits(Set.of(), Set.of(), true));
    LocalDate listed = LocalDate.parse("2022-12-01");
    assertThat(decide(facts(listed, project("P-1", false), null), legacy).rule()).contains(legacy);
    RecognitionDecision ended = decide(facts(listed, project("P-1", true), null), legacy);
    assertThat(ended.rule()).contains(legacy);
    assertThat(((RecognitionDecision.Refused) ended).reason().code()).isEqualTo("PROJECT_ENDED");
    RecognitionDecision unnamed = decide(facts(listed, null, null), legacy);
    assertThat(((RecognitionDecision.Undecided) unnamed).reason().code())
        .isEqualTo("PROJECT_NEEDED");
    assertThat(decide(facts(LocalDate.parse("2023-01-01"), null, null), legacy).effect())
        .isEqualTo("REFUSED");
  }

  @Test
  void rule_limited_to_projects_and_systems_counts_for_no_others() {
    RecognitionRule named =
        limited(
            rule("named", Effect.ALLOW, Set.of(), null),
            new RuleLimits(Set.of(), Set.of("450100/P-1"), false));
    assertThat(decide(facts(null, project("P-1", true), null), named).effect())
        .isEqualTo("RECOGNISED");
    assertThat(decide(facts(null, project("P-2", false), null), named).effect())
        .isEqualTo("REFUSED");
    RecognitionRule system =
        limited(
            rule("system", Effect.ALLOW, Set.of(), null),
            new RuleLimits(Set.of("land-system"), Set.of(), false));
    assertThat(decide(facts(null, null, null), system).effect()).isEqualTo("REFUSED");
  }

  @Test
  void legacy_certificate_that_begins_after_the_end_of_issue_is_refused_before_all_rules() {
    RuleBook book =
        new RuleBook(
            3,
            NOW,
            List.of(rule("always", Effect.ALLOW, Set.of(), null)),
            LocalDate.parse("2022-12-12"));
    Instant lastMoment = Instant.parse("2022-12-12T15:59:59Z");
    assertThat(book.isLateLegacy(Profile.LEGACY, lastMoment)).isFalse();
    assertThat(book.isLateLegacy(Profile.LEGACY, lastMoment.plusSeconds(1))).isTrue();
    assertThat(book.isLateLegacy(Profile.STANDARD, NOW)).isFalse();
    RecognitionDecision late = book.decide(facts(null, null, lastMoment.plusSeconds(1)), TREE);
    assertThat(((RecognitionDecision.Refused) late).reason().code())
        .isEqualTo("LEGACY_ISSUED_LATE");
  }

  @Test
  void region_with_plus_contains_what_lies_in_it_and_without_it_itself_only() {
    assertThat(Region.parse("450000+").contains("450100")).isTrue();
    assertThat(Region.parse("450000+").contains("450000")).isTrue();
    assertThat(Region.parse("450100+").contains("450123")).isTrue();
    assertThat(Region.parse("450100+").contains("450200")).isFalse();
    assertThat(Region.parse("450000").contains("450100")).isFalse();
    assertThat(Region.parse("450000+").toString()).isEqualTo("450000+");
  }

  @Test
  void rule_book_is_the_newest_one_known_at_the_time() {
    RuleBook first = new RuleBook(1, NOW.minusSeconds(100), List.of());
    RuleBook second = new RuleBook(2, NOW, List.of());
    RecognitionData data = new RecognitionData(TREE, List.of(first, second));
    assertThat(data.ruleBook(NOW)).contains(second);
    assertThat(data.ruleBook(NOW.minusSeconds(1))).contains(first);
    assertThat(data.ruleBook(NOW.minusSeconds(101))).isEmpty();
  }

  private static RecognitionDecision decide(RecognitionFacts facts, RecognitionRule... rules) {
    return new RuleBook(3, NOW, List.of(rules)).decide(facts, TREE);
  }

  private static RecognitionFacts facts(CategoryRef category, @Nullable LocalDate listedOn) {
    return new RecognitionFacts(
        "gxca",
        HolderKind.UNIT,
        Medium.USB_KEY,
        Profile.STANDARD,
        category,
        Stage.LOGIN,
        "450100",
        listedOn,
        NOW);
  }

  private static NamedProject project(String code, boolean ended) {
    return new NamedProject("450100", code, ended);
  }

  private static RecognitionFacts facts(
      @Nullable LocalDate listedOn, @Nullable NamedProject project, @Nullable Instant issuedAt) {
    return new RecognitionFacts(
        "gxca",
        HolderKind.UNIT,
        Medium.USB_KEY,
        issuedAt == null ? Profile.STANDARD : Profile.LEGACY,
        BUILDINGS,
        Stage.LOGIN,
        "450100",
        listedOn,
        NOW,
        "centre-450100",
        project,
        issuedAt);
  }

  private static RecognitionRule limited(RecognitionRule rule, RuleLimits limits) {
    return new RecognitionRule(
        rule.id(),
        rule.effect(),
        rule.tenants(),
        rule.holderKinds(),
        rule.media(),
        rule.profiles(),
        rule.categories(),
        rule.stages(),
        rule.regions(),
        rule.listedFrom(),
        rule.listedTo(),
        rule.validFrom(),
        rule.validTo(),
        rule.noteZh(),
        rule.noteEn(),
        limits);
  }

  private static RecognitionRule rule(
      String id, Effect effect, Set<CategoryRef> categories, @Nullable LocalDate listedTo) {
    return new RecognitionRule(
        id,
        effect,
        Set.of("gxca"),
        Set.of(HolderKind.UNIT),
        Set.of(),
        Set.of(Profile.STANDARD),
        categories,
        Set.of(Stage.LOGIN),
        Set.of(Region.parse("450000+")),
        null,
        listedTo,
        NOW,
        NOW.plusSeconds(1),
        "",
        "");
  }
}
