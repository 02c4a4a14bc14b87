package cn.trustregistry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.recognition.CategoryRef;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportJudgementTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final CategoryRef LAND = CategoryRef.parse("GGZY:1:03");
  private static final LocalDate LISTED = LocalDate.of(2022, 12, 1);

  @Test
  void first_report_tells_category_and_listing_day() {
    assertRefused(() -> judge(null, report(null, null, null, null)), "listedOn");
    ProjectFacts facts = judge(null, report(LISTED, null, null, null));
    assertThat(facts.version()).isEqualTo(1);
    assertThat(facts.isOpen(NOW)).isTrue();
  }

  @Test
  void facts_are_added_one_after_the_other_and_the_earlier_ones_stay() {
    ProjectFacts listed = judge(null, report(LISTED, null, null, null));
    ProjectFacts sealed = judge(listed, report(null, day(10), null, null));
    ProjectFacts opened = judge(sealed, report(null, null, day(11), null));
    ProjectFacts ended = judge(opened, report(null, null, null, day(12)));
    assertThat(ended.listedOn()).isEqualTo(LISTED);
    assertThat(ended.sealedAt()).isEqualTo(day(10));
    assertThat(ended.version()).isEqualTo(4);
    assertThat(ended.isEnded(day(12))).isTrue();
    assertThat(ended.isEnded(day(11))).isFalse();
    assertThat(ended.isOpen(day(11))).isFalse();
  }

  @Test
  void what_was_reported_stands_and_the_same_again_changes_nothing() {
    ProjectFacts sealed = judge(null, report(LISTED, day(10), null, null));
    assertRefused(() -> judge(sealed, report(LISTED, day(9), null, null)), "sealedAt");
    assertRefused(() -> judge(sealed, report(LISTED.plusDays(1), null, null, null)), "listedOn");
    ProjectFacts again = judge(sealed, report(LISTED, day(10), null, null));
    assertThat(sealed.tellsTheSame(again)).isTrue();
    assertThat(sealed.tellsTheSame(judge(sealed, report(null, null, day(11), null)))).isFalse();
  }

  @Test
  void impossible_orders_and_times_name_their_fields() {
    assertRefused(
        () -> judge(null, report(LISTED, Instant.parse("2022-11-30T00:00:00Z"), null, null)),
        "sealedAt");
    assertRefused(() -> judge(null, report(LISTED, null, day(11), null)), "openedAt");
    assertRefused(() -> judge(null, report(LISTED, day(11), day(10), null)), "openedAt");
    assertRefused(() -> judge(null, report(LISTED, day(11), day(12), day(11))), "endedAt");
    assertRefused(
        () -> judge(null, report(LISTED, NOW.plusSeconds(3_600), null, null)), "sealedAt");
    assertRefused(
        () -> judge(null, report(LocalDate.of(2026, 11, 25), null, null, null)), "listedOn");
    assertRefused(
        () -> judge(null, report(LocalDate.of(1999, 12, 31), null, null, null)), "listedOn");
  }

  @Test
  void project_that_failed_may_end_without_having_been_opened() {
    assertThat(judge(null, report(LISTED, null, null, day(3))).isEnded(NOW)).isTrue();
  }

  @Test
  void correction_says_why_and_may_take_a_fact_back() {
    ProjectFacts sealed = judge(null, report(LISTED, day(10), null, null));
    ProjectFacts corrected = judgement(report(null, null, null, null)).corrected(sealed, "封标时间误报");
    assertThat(corrected.sealedAt()).isNull();
    assertThat(corrected.listedOn()).isEqualTo(LISTED);
    assertThat(corrected.correction()).isEqualTo("封标时间误报");
    assertRefused(() -> judgement(report(null, null, null, null)).corrected(sealed, " "), "reason");
  }

  @Test
  void codes_that_could_not_be_written_in_a_rule_are_refused() {
    for (String code : new String[] {"", "a b", "a,b", "x".repeat(65), "<b>", "a\nb"}) {
      assertThat(ReportJudgement.isCode(code)).as(code).isFalse();
    }
    assertThat(ReportJudgement.isCode("桂自然资出〔2022〕12号")).isTrue();
    assertThat(ReportJudgement.isCode("E4501002801000001001")).isTrue();
  }

  private static ProjectReport report(
      @Nullable LocalDate listedOn,
      @Nullable Instant sealedAt,
      @Nullable Instant openedAt,
      @Nullable Instant endedAt) {
    return new ProjectReport("P-1", null, LAND, listedOn, sealedAt, openedAt, endedAt);
  }

  private static ProjectFacts judge(@Nullable ProjectFacts known, ProjectReport report) {
    return judgement(report).added(known);
  }

  private static ReportJudgement judgement(ProjectReport report) {
    return new ReportJudgement("450100", report, "centre-450100", NOW);
  }

  private static void assertRefused(ThrowingCallable report, String field) {
    assertThatThrownBy(report)
        .isInstanceOf(ProjectRefused.class)
        .extracting(refused -> ((ProjectRefused) refused).field())
        .isEqualTo(field);
  }

  private static Instant day(int days) {
    return Instant.parse("2022-12-01T02:00:00Z").plusSeconds(86_400L * days);
  }
}
