package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pricing.Tariff;
import cn.trustregistry.pricing.Tariffs;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Missing;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A company's tariffs: every version ever published, and the lines of one of them. */
@Named("prices")
@RequestScoped
public class PricesPage {
  /**
   * A version in the list.
   *
   * @param state FUTURE, IN_FORCE or PAST
   */
  public record Version(Tariff tariff, String state) {}

  /** A line in the table; amounts in yuan. */
  public record Row(TariffLine line, String total, boolean promoted) {}

  @Inject Authorities authorities;
  @Inject Desk desk;
  @Inject Tariffs tariffs;

  private final Instant now = Clock.now();
  private String code = "";
  private @Nullable Integer chosen;
  private List<Version> versions = List.of();

  /** Without a company the first that the person sees; another's prices are not shown here. */
  public void load() throws IOException {
    List<CaCompany> seen = getCompanies();
    if (code.isEmpty() && !seen.isEmpty()) {
      code = seen.get(0).code();
    }
    boolean known = seen.stream().anyMatch(c -> c.code().equals(code));
    if (!known && !(code.isEmpty() && seen.isEmpty())) {
      Missing.answer(code);
      return;
    }
    int inForce = tariffs.inForce(code, now).map(Tariff::version).orElse(0);
    versions =
        tariffs.history(code).stream()
            .sorted(Comparator.comparing(Tariff::version).reversed())
            .map(tariff -> new Version(tariff, state(tariff, inForce)))
            .toList();
  }

  private String state(Tariff tariff, int inForce) {
    String other = tariff.validFrom().isAfter(now) ? "FUTURE" : "PAST";
    return tariff.version() == inForce ? "IN_FORCE" : other;
  }

  public List<CaCompany> getCompanies() {
    return authorities.companies().stream()
        .filter(c -> desk.person().mayForCompany(Permission.SEE, c.code()))
        .toList();
  }

  public List<Version> getVersions() {
    return versions;
  }

  /** The chosen version; else the one in force, else the newest. */
  public @Nullable Version getShown() {
    Integer wanted = chosen;
    return versions.stream()
        .filter(v -> Integer.valueOf(v.tariff().version()).equals(wanted))
        .findFirst()
        .or(this::usual)
        .orElse(null);
  }

  private Optional<Version> usual() {
    return versions.stream()
        .filter(v -> v.state().equals("IN_FORCE"))
        .findFirst()
        .or(() -> versions.stream().findFirst());
  }

  public List<Row> getRows() {
    Version shown = getShown();
    LocalDate day = LocalDate.ofInstant(now, Texts.SHANGHAI);
    return shown == null
        ? List.of()
        : shown.tariff().items().stream()
            .map(i -> new Row(TariffLine.of(i), Texts.yuan(i.totalFen(day)), i.isPromotedOn(day)))
            .toList();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code == null ? "" : code;
  }

  public @Nullable Integer getChosen() {
    return chosen;
  }

  public void setChosen(@Nullable Integer chosen) {
    this.chosen = chosen;
  }
}
