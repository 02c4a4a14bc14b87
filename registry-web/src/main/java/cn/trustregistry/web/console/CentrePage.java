package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.centre.TradingCentre;
import cn.trustregistry.validation.VerdictFigures;
import cn.trustregistry.validation.VerdictFigures.Count;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Missing;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One centre: its systems and what they asked in the last hour. */
@Named("centre")
@ViewScoped
public class CentrePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Centres centres;
  @Inject ClientsPanel clients;
  @Inject Desk desk;
  @Inject VerdictFigures figures;
  @Inject QuotaPanel quota;

  private String code = "";

  /** Looks the centre up; who may not see it learns no more than that there is none. */
  public void load() throws IOException {
    if (!desk.person().mayForCentre(Permission.SEE, code) || find().isEmpty()) {
      Missing.answer(code);
      return;
    }
    clients.open(ClientsPanel.Side.CENTRE, code);
    quota.open(code);
  }

  private Optional<TradingCentre> find() {
    return centres.all().stream().filter(c -> c.code().equals(code)).findFirst();
  }

  public TradingCentre getCentre() {
    desk.person().actingForCentre(Permission.SEE, code);
    return find().orElseThrow();
  }

  private List<Count> counts(Instant now) {
    return figures.lastHour(now).stream().filter(c -> c.centre().equals(code)).toList();
  }

  public Chart getChart() {
    Instant now = Clock.now();
    return Chart.of(counts(now), now);
  }

  public List<Tally> getReasons() {
    return Tally.by(counts(Clock.now()), Count::reason, key -> key);
  }

  public long getTotal() {
    return counts(Clock.now()).stream().mapToLong(Count::many).sum();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code == null ? "" : code;
  }
}
