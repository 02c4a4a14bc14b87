package cn.trustregistry.web.console;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.account.Permission;
import cn.trustregistry.application.Application;
import cn.trustregistry.application.ApplicationRefused;
import cn.trustregistry.application.ApplicationState;
import cn.trustregistry.application.CompanyDesk;
import cn.trustregistry.application.Material;
import cn.trustregistry.application.Party;
import cn.trustregistry.application.WorkList;
import cn.trustregistry.trust.DirectoryEntry;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One application: what was stated and handed in, and the steps there are from here. */
@Named("work")
@ViewScoped
public class WorkPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String APPLICATION = "work.application";
  private static final String CANDIDATES = "work.candidates";

  @Inject CompanyDesk company;
  @Inject Desk desk;
  @Inject WorkList list;
  @Inject Words words;

  private String receipt = "";
  private String correction = "";
  private String refusal = "";
  private List<String> certificates = List.of();
  private int version;

  /** Looks it up; that of another company is as unknown as one that does not exist. */
  public void load() throws IOException {
    try {
      version = getApplication().version();
    } catch (ApplicationRefused unknown) {
      Missing.answer(receipt);
    }
  }

  private CaClient client() {
    return desk.ownClient(Permission.APPLICATIONS, Scope.APPLICATIONS);
  }

  public Application getApplication() {
    return Once.of(APPLICATION, () -> company.read(client(), receipt));
  }

  public boolean isOffered(String state) {
    return getApplication().state().next(Party.COMPANY).contains(ApplicationState.valueOf(state));
  }

  public boolean isAtEnd() {
    return getApplication().state().next(Party.COMPANY).isEmpty();
  }

  /** What was published for this holder and could be handed over. */
  public List<DirectoryEntry> getCandidates() {
    return Once.of(CANDIDATES, () -> list.candidates(client(), getApplication(), Clock.now()));
  }

  public int kib(Material material) {
    return (material.octets() + 1023) / 1024;
  }

  public String getFee() {
    return Texts.yuan(getApplication().feeFen());
  }

  public @Nullable String accept() {
    return move(ApplicationState.ACCEPTED, "", List.of(), null);
  }

  public @Nullable String approve() {
    return move(ApplicationState.APPROVED, "", List.of(), null);
  }

  public @Nullable String issue() {
    return move(ApplicationState.ISSUED, "", certificates, "steps:certificates");
  }

  public @Nullable String sendBack() {
    return move(ApplicationState.NEEDS_CORRECTION, correction, List.of(), "steps:correction");
  }

  public @Nullable String refuse() {
    return move(ApplicationState.REFUSED, refusal, List.of(), "steps:refusal");
  }

  private @Nullable String move(
      ApplicationState to, String reason, List<String> issued, @Nullable String field) {
    Once.forget(APPLICATION);
    CompanyDesk.Order order = new CompanyDesk.Order(to, reason.strip(), issued, version);
    try {
      company.move(client(), receipt, order, Clock.now());
      words.done("work.done." + to);
      return "/console/application.xhtml?faces-redirect=true&receipt=" + receipt;
    } catch (ApplicationRefused refused) {
      boolean ofField =
          switch (refused.kind()) {
            case APPLICATION_UNKNOWN, APPLICATION_CHANGED, ILLEGAL_MOVE, NOT_PERMITTED -> false;
            default -> true;
          };
      words.beside(ofField ? field : null, "work." + refused.kind());
      return null;
    }
  }

  public String getReceipt() {
    return receipt;
  }

  public void setReceipt(String receipt) {
    this.receipt = receipt == null ? "" : receipt;
  }

  public String getCorrection() {
    return correction;
  }

  public void setCorrection(String correction) {
    this.correction = correction;
  }

  public String getRefusal() {
    return refusal;
  }

  public void setRefusal(String refusal) {
    this.refusal = refusal;
  }

  public List<String> getCertificates() {
    return certificates;
  }

  public void setCertificates(List<String> certificates) {
    this.certificates = List.copyOf(certificates);
  }
}
