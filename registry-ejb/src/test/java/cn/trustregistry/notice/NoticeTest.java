package cn.trustregistry.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.notice.Notice.State;
import cn.trustregistry.notice.NoticeText.Fault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeTest {
  private static final Instant BEGIN = Instant.parse("2026-11-25T00:00:00Z");
  private static final Instant END = BEGIN.plusSeconds(3600);

  private static NoticeText text(String title, String text, @Nullable Instant to) {
    return new NoticeText(title, "", text, "", BEGIN, to);
  }

  @Test
  void notice_is_shown_from_its_beginning_up_to_its_end_and_only_while_published() {
    Notice notice = new Notice(1, null, text("a", "b", END), State.PUBLISHED, BEGIN, "admin");
    assertThat(notice.isShown(BEGIN.minusMillis(1))).isFalse();
    assertThat(notice.isShown(BEGIN)).isTrue();
    assertThat(notice.isShown(END)).isFalse();
    assertThat(new Notice(1, null, notice.text(), State.DRAFT, BEGIN, "a").isShown(BEGIN))
        .isFalse();
    assertThat(new Notice(1, null, notice.text(), State.WITHDRAWN, BEGIN, "a").isShown(BEGIN))
        .isFalse();
  }

  @Test
  void lines_may_break_in_a_text_and_not_in_a_title() {
    assertThat(text("标题", "第一行\r\n第二行", null).faults()).isEmpty();
    assertThat(text("标\n题", "内容", null).faults()).containsEntry("titleZh", Fault.UNFIT);
    assertThat(text("标题", "内\u0000容", null).faults()).containsEntry("textZh", Fault.UNFIT);
  }

  @Test
  void missing_and_overlong_fields_and_an_end_before_the_beginning_are_faults() {
    assertThat(text(" ", "", BEGIN).faults())
        .containsEntry("titleZh", Fault.MISSING)
        .containsEntry("textZh", Fault.MISSING)
        .containsEntry("to", Fault.ENDS_BEFORE_IT_BEGINS);
    assertThat(text("长".repeat(101), "长".repeat(2001), null).faults())
        .containsEntry("titleZh", Fault.UNFIT)
        .containsEntry("textZh", Fault.UNFIT);
    assertThat(text("长".repeat(100), "长".repeat(2000), null).faults()).isEmpty();
  }

  @Test
  void author_of_a_company_works_on_its_own_and_the_platform_s_on_all() {
    Author company = new Author("gxca", "somebody");
    assertThat(company.mayChange("gxca")).isTrue();
    assertThat(company.mayChange("huace")).isFalse();
    assertThat(company.mayChange(null)).isFalse();
    assertThat(new Author(null, "admin").mayChange("huace")).isTrue();
  }
}
