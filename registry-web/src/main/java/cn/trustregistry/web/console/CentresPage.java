package cn.trustregistry.web.console;

import cn.trustregistry.access.Clients;
import cn.trustregistry.account.Permission;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.centre.TradingCentre;
import cn.trustregistry.validation.VerdictFigures;
import cn.trustregistry.validation.VerdictFigures.Count;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The centres, as a list along the tree of their regions. */
@Named("centres")
@ViewScoped
public class CentresPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A centre in the tree.
   *
   * @param depth how many regions it lies in
   * @param verdicts how many it was given in the last hour
   * @param shade 0 to 3, by its part of the busiest one's
   */
  public record Row(String code, String name, int depth, int clients, long verdicts, int shade) {}

  @Inject Centres centres;
  @Inject Clients clients;
  @Inject VerdictFigures figures;
  @Inject Desk desk;
  @Inject Words words;

  private String code = "";
  private String parent = "";
  private String nameZh = "";
  private String nameEn = "";

  public List<Row> getRows() {
    Map<String, Long> verdicts =
        figures.lastHour(Clock.now()).stream()
            .collect(Collectors.groupingBy(Count::centre, Collectors.summingLong(Count::many)));
    long most = verdicts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<TradingCentre> seen =
        centres.all().stream()
            .filter(c -> desk.person().mayForCentre(Permission.SEE, c.code()))
            .toList();
    List<Row> rows = new ArrayList<>();
    seen.stream()
        .filter(c -> seen.stream().noneMatch(p -> p.code().equals(c.parent())))
        .forEach(top -> add(rows, seen, top, 0, verdicts, most));
    return rows;
  }

  private void add(
      List<Row> rows,
      List<TradingCentre> all,
      TradingCentre centre,
      int depth,
      Map<String, Long> verdicts,
      long most) {
    long given = verdicts.getOrDefault(centre.code(), 0L);
    rows.add(
        new Row(
            centre.code(),
            words.pick(centre.nameZh(), centre.nameEn()),
            depth,
            clients.ofCentre(centre.code()).size(),
            given,
            given == 0 ? 0 : (int) Math.min(3, 1 + 3 * given / (most + 1))));
    all.stream()
        .filter(c -> Objects.equals(c.parent(), centre.code()) && !c.code().equals(centre.code()))
        .forEach(below -> add(rows, all, below, depth + 1, verdicts, most));
  }

  public @Nullable String register() {
    String actor = desk.person().acting(Permission.OPERATE);
    String region = code.strip();
    List<TradingCentre> all = centres.all();
    if (!region.matches("[1-9]\\d{5}") || all.stream().anyMatch(c -> c.code().equals(region))) {
      words.beside("form:code", "centre.CODE_UNFIT");
      return null;
    }
    String in = parent.isBlank() ? null : parent.strip();
    if (in != null && all.stream().noneMatch(c -> c.code().equals(in))) {
      words.beside("form:parent", "centre.PARENT_UNFIT");
      return null;
    }
    centres.register(
        new TradingCentre(region, in, nameZh.strip(), nameEn.strip()), actor, Clock.now());
    words.done("centreRegistered", region);
    return "/console/centre.xhtml?faces-redirect=true&code=" + region;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getParent() {
    return parent;
  }

  public void setParent(String parent) {
    this.parent = parent;
  }

  public String getNameZh() {
    return nameZh;
  }

  public void setNameZh(String nameZh) {
    this.nameZh = nameZh;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }
}
