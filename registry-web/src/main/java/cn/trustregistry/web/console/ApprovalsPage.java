package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.approval.ApprovalRefused;
import cn.trustregistry.approval.Approvals;
import cn.trustregistry.approval.Difference;
import cn.trustregistry.approval.DualControlled;
import cn.trustregistry.approval.PendingChange;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.portal.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queue of all that waits for approval. */
@Named("approvals")
@ViewScoped
public class ApprovalsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String HERE = "/console/approvals.xhtml?faces-redirect=true";

  /** One difference in words. */
  public record Line(String what, String before, String after) {}

  /**
   * A waiting change in words.
   *
   * @param mine whether this person gave the first approval, so that somebody else has to go on
   */
  public record Row(
      String kind,
      String id,
      String tenant,
      String subject,
      List<Line> effect,
      String proposedBy,
      String proposedAt,
      String firstApprover,
      boolean mine) {}

  @Inject Approvals approvals;
  @Inject Desk desk;
  @Inject Texts texts;
  @Inject Words words;
  @Inject EvidenceWords evidence;

  private String why = "";

  public List<Row> getRows() {
    String person = desk.person().acting(Permission.APPROVE);
    return approvals.pending().stream().map(change -> inWords(change, person)).toList();
  }

  private Row inWords(PendingChange change, String person) {
    String first = change.approvals().firstApprover();
    String tenant = change.tenant();
    return new Row(
        change.kind().name(),
        change.id(),
        tenant == null ? "" : tenant,
        change.subject(),
        change.effect().stream().map(this::inWords).toList(),
        change.approvals().proposedBy(),
        texts.time(change.approvals().proposedAt()),
        first == null ? "" : first,
        person.equals(first));
  }

  private Line inWords(Difference difference) {
    return new Line(
        words.text("change." + difference.what()),
        shown(difference.before()),
        shown(difference.after()));
  }

  private String shown(@Nullable String value) {
    return value == null ? "–" : words.orElse("order." + value, evidence.value(value));
  }

  public @Nullable String approve(String kind, String id) {
    String actor = desk.person().acting(Permission.APPROVE);
    try {
      approvals.approve(DualControlled.Kind.valueOf(kind), id, actor, Clock.now());
      words.done("approvedNow");
      return HERE;
    } catch (ApprovalRefused refused) {
      words.refused("approval." + refused.why());
      return null;
    }
  }

  public @Nullable String refuse(String kind, String id) {
    String actor = desk.person().acting(Permission.APPROVE);
    try {
      approvals.refuse(DualControlled.Kind.valueOf(kind), id, actor, why.strip(), Clock.now());
      words.done("refusedNow");
      return HERE;
    } catch (ApprovalRefused refused) {
      words.refused("approval." + refused.why());
      return null;
    }
  }

  public String getWhy() {
    return "";
  }

  public void setWhy(String why) {
    if (!why.isBlank()) {
      this.why = why;
    }
  }
}
