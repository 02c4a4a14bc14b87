package cn.trustregistry.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.notice.Author;
import cn.trustregistry.notice.Notice;
import cn.trustregistry.notice.NoticeRefused;
import cn.trustregistry.notice.NoticeText;
import cn.trustregistry.notice.Notices;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The room of notices, on its database. */
@ArquillianTest
class NoticeRoomIT {
  private static final Author GXCA = new Author("gxca", "somebody");
  private static final Author HUACE = new Author("huace", "somebody else");
  private static final Author ADMIN = new Author(null, "admin");

  @Inject Notices notices;
  @Inject UserTransaction transaction;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  private NoticeText text(String title) {
    return new NoticeText(title, "", "内容", "", now, null);
  }

  private List<String> shown() {
    return notices.shown(now.plusSeconds(1), 500).stream().map(n -> n.text().titleZh()).toList();
  }

  @Test
  void notice_is_shown_once_it_is_published_and_until_it_is_withdrawn() {
    long id = notices.draft(GXCA, text("draft"), now);
    notices.change(GXCA, id, text("changed"), now);
    assertThat(shown()).doesNotContain("draft", "changed");
    notices.publish(GXCA, id, now);
    assertThat(shown()).contains("changed");
    refuses(NoticeRefused.Why.NO_DRAFT, () -> notices.change(GXCA, id, text("again"), now));
    notices.withdraw(GXCA, id, now);
    assertThat(shown()).doesNotContain("changed");
    refuses(NoticeRefused.Why.NOT_PUBLISHED, () -> notices.withdraw(GXCA, id, now));
    assertThat(notices.read(ADMIN, id).state()).isEqualTo(Notice.State.WITHDRAWN);
  }

  @Test
  void another_company_s_notice_is_unknown_and_the_platform_s_as_well() {
    long own = notices.draft(GXCA, text("gxca's"), now);
    long platform = notices.draft(ADMIN, text("platform's"), now);
    for (long id : List.of(own, platform)) {
      refuses(NoticeRefused.Why.UNKNOWN, () -> notices.read(HUACE, id));
      refuses(NoticeRefused.Why.UNKNOWN, () -> notices.change(HUACE, id, text("taken"), now));
      refuses(NoticeRefused.Why.UNKNOWN, () -> notices.publish(HUACE, id, now));
      refuses(NoticeRefused.Why.UNKNOWN, () -> notices.withdraw(HUACE, id, now));
      refuses(NoticeRefused.Why.UNKNOWN, () -> notices.discard(HUACE, id, now));
    }
    assertThat(notices.newest("huace", 500)).noneMatch(n -> n.id() == own || n.id() == platform);
    notices.discard(ADMIN, own, now);
    refuses(NoticeRefused.Why.UNKNOWN, () -> notices.read(GXCA, own));
  }

  @Test
  void text_with_faults_is_not_kept() {
    refuses(NoticeRefused.Why.TEXT_UNFIT, () -> notices.draft(GXCA, text("长".repeat(101)), now));
  }

  @Test
  void fault_while_it_is_stored_leaves_nothing() {
    Author unfit = new Author("gxca", "x".repeat(101));
    assertThatThrownBy(() -> notices.draft(unfit, text("before"), now));
    assertThat(notices.newest("gxca", 500)).noneMatch(n -> n.text().titleZh().equals("before"));
    long id = notices.draft(GXCA, text("kept"), now);
    assertThatThrownBy(() -> notices.publish(unfit, id, now));
    assertThat(notices.read(GXCA, id).state()).isEqualTo(Notice.State.DRAFT);
  }

  @Test
  void fault_after_it_was_stored_and_before_the_commit_leaves_nothing() throws Exception {
    transaction.begin();
    long id = notices.draft(GXCA, text("after"), now);
    notices.publish(GXCA, id, now);
    transaction.rollback();
    assertThat(shown()).doesNotContain("after");
    refuses(NoticeRefused.Why.UNKNOWN, () -> notices.read(GXCA, id));
  }

  private static void refuses(NoticeRefused.Why why, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(NoticeRefused.class, r -> assertThat(r.why()).isEqualTo(why));
  }
}
