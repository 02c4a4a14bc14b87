package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.notice.Notice;
import cn.trustregistry.notice.Notices;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** The notices that somebody works on: a company's own, or all of them. */
@Named("notices")
@RequestScoped
public class NoticesPage {
  private static final int MOST = 200;

  /**
   * A line of the list.
   *
   * @param owner code of the company, or empty if it is the platform's
   * @param state as it counts now: DRAFT, COMING, SHOWN, OVER or WITHDRAWN
   */
  public record Row(long id, String owner, String title, String state, String from, String to) {}

  @Inject Desk desk;
  @Inject Notices notices;
  @Inject Words words;

  public List<Row> getRows() {
    String own = desk.person().ownCompany();
    if (own == null) {
      desk.person().acting(Permission.NOTICES);
    }
    Instant now = Clock.now();
    return notices.newest(own, MOST).stream().map(n -> row(n, now)).toList();
  }

  private Row row(Notice notice, Instant now) {
    String owner = notice.owner();
    return new Row(
        notice.id(),
        owner == null ? "" : owner,
        notice.text().titleZh(),
        state(notice, now),
        words.time(notice.text().from()),
        words.time(notice.text().to()));
  }

  static String state(Notice notice, Instant now) {
    if (notice.state() != Notice.State.PUBLISHED) {
      return notice.state().name();
    }
    String other = notice.text().from().isAfter(now) ? "COMING" : "OVER";
    return notice.isShown(now) ? "SHOWN" : other;
  }
}
