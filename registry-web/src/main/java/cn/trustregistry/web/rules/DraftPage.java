package cn.trustregistry.web.rules;

import cn.trustregistry.account.Permission;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.rulemaking.DraftFault;
import cn.trustregistry.rulemaking.PreviewProgress;
import cn.trustregistry.rulemaking.Previews;
import cn.trustregistry.rulemaking.RuleChange;
import cn.trustregistry.rulemaking.RuleDraft;
import cn.trustregistry.rulemaking.RuleDraft.State;
import cn.trustregistry.rulemaking.RuleDrafts;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Missing;
import cn.trustregistry.web.account.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One draft: what it changes, and whether it can be sent. */
@Named("ruleDraft")
@ViewScoped
public class DraftPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject RuleDrafts drafts;
  @Inject Previews previews;
  @Inject TrustState trust;
  @Inject Desk desk;
  @Inject Words words;
  @Inject RuleWords ruleWords;
  @Inject DraftSteps steps;

  private String id = "";

  static String addressOf(long draft) {
    return "/console/draft.xhtml?faces-redirect=true&id=" + draft;
  }

  /** Shows the draft as it is now; steps are refused once there is a later revision. */
  public void load() throws IOException {
    Optional<RuleDraft> found = number(id).flatMap(drafts::find);
    if (found.isEmpty()) {
      Missing.answer(id);
      return;
    }
    steps.open(found.get());
  }

  static Optional<Long> number(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  public RuleDraft getDraft() {
    desk.person().acting(Permission.RULES);
    return number(id).flatMap(drafts::find).orElseThrow();
  }

  private Optional<RuleBook> inForce() {
    return trust.current().flatMap(known -> known.recognition().newest());
  }

  public boolean isEditable() {
    return getDraft().state() == State.OPEN && desk.person().may(Permission.PROPOSE);
  }

  /** Whether it can still be given up. */
  public boolean isDiscardable() {
    State state = getDraft().state();
    return (state == State.OPEN || state == State.SUBMITTED)
        && desk.person().may(Permission.PROPOSE);
  }

  public boolean isStale() {
    RuleDraft draft = getDraft();
    return draft.state() == State.OPEN
        && draft.basedOn() != inForce().map(RuleBook::version).orElse(0L);
  }

  public List<RuleChange> getChanges() {
    return RuleChange.between(
        inForce().map(RuleBook::rules).orElse(List.of()), getDraft().content().rules());
  }

  /** How many rules are changed, added or removed. */
  public long many(String kind) {
    RuleChange.Kind wanted = RuleChange.Kind.valueOf(kind);
    return getChanges().stream().filter(change -> change.kind() == wanted).count();
  }

  public List<RuleWords.Line> lines(RuleChange change) {
    RecognitionRule before = change.before();
    RecognitionRule after = change.after();
    return before == null || after == null
        ? List.of()
        : change.fields().stream().map(f -> ruleWords.changed(f, before, after)).toList();
  }

  public List<String> getFaults() {
    return drafts.faults(getDraft().content()).stream().map(this::inWords).toList();
  }

  private String inWords(DraftFault fault) {
    List<RecognitionRule> rules = getDraft().content().rules();
    String where = RuleFaults.rule(fault).map(at -> rules.get(at).id() + " · ").orElse("");
    return where + words.pick(fault.chinese(), fault.english());
  }

  /** The preview of what is shown, if it was begun. */
  public @Nullable PreviewProgress getPreview() {
    return number(id)
        .flatMap(previews::progress)
        .filter(progress -> progress.revision() == getDraft().revision())
        .orElse(null);
  }

  public String getPreviewState() {
    PreviewProgress progress = getPreview();
    if (progress == null || progress.failure() != null) {
      return "none";
    }
    return progress.isRunning() ? "running" : "made";
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }
}
