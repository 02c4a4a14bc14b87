package cn.trustregistry.web.console;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.account.Permission;
import cn.trustregistry.application.Application;
import cn.trustregistry.application.Pile;
import cn.trustregistry.application.WorkList;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The applications of the person's own company, by what there is to do. */
@Named("workList")
@RequestScoped
public class WorkListPage {
  private static final int AT_A_TIME = 25;
  private static final int LAST_PAGE = 100_000;

  /** A line of the list. */
  public record Row(
      String receipt, String kind, String unit, String medium, String state, String since) {}

  @Inject Desk desk;
  @Inject WorkList list;
  @Inject Words words;

  private Map<Pile, Long> counts = Map.of();
  private Pile pile = Pile.WAITING;
  private int page;

  @PostConstruct
  void count() {
    counts = list.counts(client());
  }

  private CaClient client() {
    return desk.ownClient(Permission.APPLICATIONS, Scope.APPLICATIONS);
  }

  public Pile[] getPiles() {
    return Pile.values();
  }

  public long count(Pile one) {
    return counts.getOrDefault(one, 0L);
  }

  public List<Row> getRows() {
    return list.on(client(), pile, page * AT_A_TIME, AT_A_TIME).stream().map(this::row).toList();
  }

  private Row row(Application application) {
    return new Row(
        application.receipt(),
        application.kind().name(),
        application.form().unitName(),
        application.medium().name(),
        application.state().name(),
        words.time(application.changedAt()));
  }

  public boolean isMore() {
    return count(pile) > (page + 1L) * AT_A_TIME;
  }

  public String getPile() {
    return pile.name();
  }

  public void setPile(String name) {
    pile =
        Arrays.stream(Pile.values())
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElse(Pile.WAITING);
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.max(0, Math.min(page, LAST_PAGE));
  }
}
