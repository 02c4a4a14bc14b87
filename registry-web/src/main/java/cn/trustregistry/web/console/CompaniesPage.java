package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pki.gm.SubjectIdMapping;
import cn.trustregistry.pki.gm.SubjectIdPlace;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The companies, and the first step of taking one in. */
@Named("companies")
@ViewScoped
public class CompaniesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,31}");
  private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9]\\d{0,17})){1,20}");

  /** A company in the list. */
  public record Row(String code, String name, String hotline, String state, long issuers) {}

  @Inject Authorities authorities;
  @Inject Desk desk;
  @Inject TrustState trust;
  @Inject Words words;

  private String code = "";
  private String nameZh = "";
  private String nameEn = "";
  private String hotline = "";
  private String oids = "";

  public List<Row> getRows() {
    Instant now = Clock.now();
    return authorities.companies().stream()
        .filter(c -> desk.person().mayForCompany(Permission.SEE, c.code()))
        .map(company -> row(company, now))
        .toList();
  }

  private Row row(CaCompany company, Instant now) {
    boolean suspended =
        trust.current().flatMap(s -> s.suspensions().inForce(company.code(), now, now)).isPresent();
    long issuers =
        trust.current().map((TrustSnapshot s) -> s.issuers(company.code()).size()).orElse(0);
    return new Row(
        company.code(),
        words.pick(company.nameZh(), company.nameEn()),
        company.hotline(),
        suspended ? "SUSPENDED" : "ACTIVE",
        issuers);
  }

  public @Nullable String register() {
    String actor = desk.person().acting(Permission.OPERATE);
    String name = code.strip();
    if (!CODE.matcher(name).matches()) {
      words.beside("form:code", "company.CODE_UNFIT");
      return null;
    }
    if (authorities.company(name).isPresent()) {
      words.beside("form:code", "company.CODE_TAKEN");
      return null;
    }
    List<String> places =
        Arrays.stream(oids.strip().split("[\\s,]+")).filter(o -> !o.isEmpty()).toList();
    if (places.size() > 10 || !places.stream().allMatch(o -> OID.matcher(o).matches())) {
      words.beside("form:oids", "company.OID_UNFIT");
      return null;
    }
    SubjectIdMapping mapping =
        new SubjectIdMapping(
            places.stream().map(o -> (SubjectIdPlace) new SubjectIdPlace.InExtension(o)).toList());
    authorities.register(
        new CaCompany(name, nameZh.strip(), nameEn.strip(), hotline.strip(), mapping),
        actor,
        Clock.now());
    words.done("companyRegistered", name);
    return "/console/company.xhtml?faces-redirect=true&code=" + name;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
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

  public String getHotline() {
    return hotline;
  }

  public void setHotline(String hotline) {
    this.hotline = hotline;
  }

  public String getOids() {
    return oids;
  }

  public void setOids(String oids) {
    this.oids = oids;
  }
}
