package cn.trustregistry.web.console;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.account.Permission;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pricing.FeeComparison;
import cn.trustregistry.pricing.FeeComparison.Line;
import cn.trustregistry.pricing.Tariff;
import cn.trustregistry.pricing.TariffItem;
import cn.trustregistry.pricing.TariffOffer;
import cn.trustregistry.pricing.TariffRefused;
import cn.trustregistry.pricing.Tariffs;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Missing;
import cn.trustregistry.web.account.Once;
import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.portal.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The next version of a company's prices: typed, looked at beside everybody's, published. */
@Named("tariff")
@ViewScoped
public class TariffPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_LINES = 100;

  @Inject Authorities authorities;
  @Inject Desk desk;
  @Inject Tariffs tariffs;
  @Inject Words words;

  private String code = "";
  private String validFrom = "";
  private ArrayList<TariffLine> lines = new ArrayList<>();
  private int latest;
  private boolean previewing;

  /**
   * Begins with the newest version; who may not publish it learns no more than that there is none.
   */
  public void load() throws IOException {
    if (!desk.person().mayForCompany(Permission.PRICES, code)
        || authorities.company(code).isEmpty()) {
      Missing.answer(code);
    } else if (lines.isEmpty()) {
      List<Tariff> history = tariffs.history(code);
      Stream<TariffItem> items =
          history.stream().skip(Math.max(0, history.size() - 1)).flatMap(t -> t.items().stream());
      latest = history.isEmpty() ? 0 : history.get(history.size() - 1).version();
      lines = new ArrayList<>(items.map(TariffLine::of).toList());
      if (lines.isEmpty()) {
        lines.add(TariffLine.blank());
      }
    }
  }

  public void add() {
    if (lines.size() < MOST_LINES) {
      lines.add(TariffLine.blank());
    }
  }

  public void remove(int index) {
    if (lines.size() > 1) {
      lines.remove(index);
    }
  }

  public void preview() {
    previewing = isGood(Clock.now());
  }

  public void edit() {
    previewing = false;
  }

  /** The change is in force for everybody from its moment on; published versions never change. */
  public @Nullable String publish() {
    CaClient client = client();
    Instant now = Clock.now();
    if (!isGood(now)) {
      previewing = false;
      return null;
    }
    try {
      Tariff published = tariffs.publish(client, offer(now), latest, now);
      words.done("tariffPublished", published.version(), words.time(published.validFrom()));
      return "/console/prices.xhtml?faces-redirect=true&code=" + code;
    } catch (TariffRefused refused) {
      previewing = false;
      words.refused("tariff." + refused.kind());
      return null;
    }
  }

  private CaClient client() {
    return desk.clientFor(Permission.PRICES, Scope.PRICES, code);
  }

  private boolean isGood(Instant now) {
    boolean good = true;
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      Map<String, String> faults = lines.get(i).faults();
      if (!faults.containsKey("id") && !ids.add(lines.get(i).id())) {
        faults.put("id", "tariff.TARIFF_ITEM_TWICE");
      }
      for (Map.Entry<String, String> fault : faults.entrySet()) {
        words.beside("form:lines:" + i + ":" + fault.getKey(), fault.getValue());
        good = false;
      }
    }
    return isTimeGood(now) && good;
  }

  private boolean isTimeGood(Instant now) {
    try {
      if (!validFrom.isBlank() && begin(now).isBefore(now)) {
        words.beside("form:validFrom", "tariff.TARIFF_IN_THE_PAST");
        return false;
      }
      return true;
    } catch (DateTimeException e) {
      words.beside("form:validFrom", "tariff.TIME_UNFIT");
      return false;
    }
  }

  private Instant begin(Instant now) {
    return validFrom.isBlank() ? now : Texts.moment(validFrom);
  }

  private TariffOffer offer(Instant now) {
    return new TariffOffer(begin(now), lines.stream().map(TariffLine::item).toList());
  }

  public List<PriceChange> getChanges() {
    Instant now = Clock.now();
    return tariffs.preview(client(), offer(now), now).stream().map(PriceChange::of).toList();
  }

  /** Everybody's totals as they will be, this company's new ones among them. */
  public List<Line> getComparison() {
    Instant now = Clock.now();
    TariffOffer offer = offer(now);
    Stream<Tariff> others =
        tariffs.allInForce(offer.validFrom()).stream().filter(t -> !t.tenant().equals(code));
    Tariff own = new Tariff(code, latest + 1, offer.validFrom(), now, offer.items());
    LocalDate day = LocalDate.ofInstant(offer.validFrom(), Texts.SHANGHAI);
    return FeeComparison.of(Stream.concat(Stream.of(own), others).toList(), day).lines();
  }

  /** This company first. */
  public List<CaCompany> getCompanies() {
    List<CaCompany> all = Once.of("tariff.companies", authorities::companies);
    return Stream.concat(
            all.stream().filter(c -> c.code().equals(code)),
            all.stream().filter(c -> !c.code().equals(code)))
        .toList();
  }

  /** A company's total for a product in yuan, or a dash. */
  public String total(Line product, CaCompany company) {
    return product.of(company.code()).map(o -> Texts.yuan(o.totalFen())).orElse("–");
  }

  public boolean isCheapest(Line product, CaCompany company) {
    return product.offers().size() > 1
        && product.of(company.code()).map(FeeComparison.Offer::cheapest).orElse(false);
  }

  public String getBegin() {
    return validFrom.isBlank() ? words.text("tariffNow") : words.time(begin(Clock.now()));
  }

  public HolderKind[] getHolderKinds() {
    return HolderKind.values();
  }

  public Medium[] getMedia() {
    return Medium.values();
  }

  public List<TariffLine> getLines() {
    return lines;
  }

  public boolean isPreviewing() {
    return previewing;
  }

  public int getLatest() {
    return latest;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code == null ? "" : code;
  }

  public String getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(String validFrom) {
    this.validFrom = validFrom == null ? "" : validFrom;
  }
}
