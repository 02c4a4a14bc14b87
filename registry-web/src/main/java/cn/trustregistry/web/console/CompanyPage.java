package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.Suspension;
import cn.trustregistry.authority.Suspensions;
import cn.trustregistry.authority.Suspensions.SuspensionRefused;
import cn.trustregistry.trust.EvidenceFreshness;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Missing;
import cn.trustregistry.web.account.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One company: what is known of it, how far its taking in has come, and whether it counts now. */
@Named("company")
@ViewScoped
public class CompanyPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A step of taking a company in. */
  public record Step(String key, boolean done) {}

  @Inject Authorities authorities;
  @Inject Suspensions suspensions;
  @Inject ClientsPanel clients;
  @Inject Desk desk;
  @Inject TrustState trust;
  @Inject Words words;

  private String code = "";
  private String hotline = "";
  private String reason = "";

  /** Looks the company up; who may not see it learns no more than that there is none. */
  public void load() throws IOException {
    if (!desk.person().mayForCompany(Permission.SEE, code) || authorities.company(code).isEmpty()) {
      Missing.answer(code);
      return;
    }
    hotline = getCompany().hotline();
    clients.open(ClientsPanel.Side.COMPANY, code);
  }

  public CaCompany getCompany() {
    desk.person().actingForCompany(Permission.SEE, code);
    return authorities.company(code).orElseThrow();
  }

  public List<Step> getSteps() {
    Instant now = Clock.now();
    boolean admitted = trust.required().issuers(code).size() > 0;
    boolean fresh =
        EvidenceFreshness.of(trust.required(), now).stream()
            .filter(e -> e.issuer().tenant().equals(code))
            .allMatch(e -> e.state() == EvidenceFreshness.State.FRESH);
    return List.of(
        new Step("registered", true),
        new Step("proposed", !authorities.standings(code).isEmpty()),
        new Step("admitted", admitted),
        new Step("credential", clients.isAnyLive()),
        new Step("evidence", admitted && fresh));
  }

  public @Nullable Suspension getSuspension() {
    Instant now = Clock.now();
    return trust.required().suspensions().inForce(code, now, now).orElse(null);
  }

  public List<Suspension> getSuspensions() {
    return trust.required().suspensions().of(code);
  }

  public @Nullable String changeHotline() {
    String actor = desk.person().actingForCompany(Permission.PROPOSE, code);
    if (hotline.isBlank() || hotline.length() > 200) {
      words.beside("reach:hotline", "company.HOTLINE_UNFIT");
      return null;
    }
    authorities.changeHotline(code, hotline.strip(), actor, Clock.now());
    words.done("hotlineChanged");
    return here();
  }

  public @Nullable String suspend() {
    String actor = desk.person().acting(Permission.OPERATE);
    try {
      suspensions.suspend(code, reason, actor, Clock.now());
      words.done("companySuspended", code);
      return here();
    } catch (SuspensionRefused refused) {
      words.beside("state:reason", "suspension." + refused.why());
      return null;
    }
  }

  public @Nullable String resume() {
    String actor = desk.person().acting(Permission.OPERATE);
    try {
      suspensions.resume(code, actor, Clock.now());
      words.done("companyResumed", code);
      return here();
    } catch (SuspensionRefused refused) {
      words.refused("suspension." + refused.why());
      return null;
    }
  }

  String here() {
    return "/console/company.xhtml?faces-redirect=true&code=" + code;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code == null ? "" : code;
  }

  public String getHotline() {
    return hotline;
  }

  public void setHotline(String hotline) {
    this.hotline = hotline;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
