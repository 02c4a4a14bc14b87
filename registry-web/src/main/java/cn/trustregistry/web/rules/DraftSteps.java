package cn.trustregistry.web.rules;

import cn.trustregistry.access.Caller.Administrator;
import cn.trustregistry.account.Permission;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.rulemaking.DraftContent;
import cn.trustregistry.rulemaking.DraftRefused;
import cn.trustregistry.rulemaking.Previews;
import cn.trustregistry.rulemaking.RuleChange;
import cn.trustregistry.rulemaking.RuleDraft;
import cn.trustregistry.rulemaking.RuleDrafts;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with a draft: edited, sent, given up; each for the revision that was shown. */
@Named("ruleSteps")
@ViewScoped
public class DraftSteps implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A step of the draft's way. */
  private interface Step {
    void take(Administrator admin, RuleDraft draft);
  }

  @Inject RuleDrafts drafts;
  @Inject Previews previews;
  @Inject Desk desk;
  @Inject Words words;

  private long id;
  private int revision;
  private String note = "";
  private String legacyIssuedUntil = "";

  void open(RuleDraft draft) {
    id = draft.id();
    revision = draft.revision();
    note = draft.content().note();
    LocalDate day = draft.content().legacyIssuedUntil();
    legacyIssuedUntil = day == null ? "" : day.toString();
  }

  /** Name of who edited the draft since it was shown; null if nobody did. */
  public @Nullable String getOvertakenBy() {
    RuleDraft now = draft();
    return now.revision() == revision ? null : now.changedBy();
  }

  private RuleDraft draft() {
    return drafts.find(id).orElseThrow();
  }

  public @Nullable String save() {
    LocalDate day;
    try {
      day = legacyIssuedUntil.isEmpty() ? null : LocalDate.parse(legacyIssuedUntil);
    } catch (DateTimeException noDay) {
      words.beside("head:legacyIssuedUntil", "rule.NO_DAY");
      return null;
    }
    return step(
        "draft.saved",
        (admin, draft) ->
            edit(admin, new DraftContent(note.strip(), draft.content().rules(), day)));
  }

  public @Nullable String remove(int position) {
    return step(
        "draft.ruleRemoved",
        (admin, draft) -> {
          List<RecognitionRule> rules = new ArrayList<>(draft.content().rules());
          rules.remove(position);
          edit(admin, with(draft, rules));
        });
  }

  /** Takes one change back: the rule is as it is in force. */
  public @Nullable String undo(RuleChange change) {
    return step(
        "draft.undone",
        (admin, draft) -> {
          List<RecognitionRule> rules = new ArrayList<>(draft.content().rules());
          RecognitionRule before = change.before();
          if (before != null && change.position() >= 0) {
            rules.set(change.position(), before);
          } else if (before != null) {
            rules.add(before);
          } else {
            rules.remove(change.position());
          }
          edit(admin, with(draft, rules));
        });
  }

  private void edit(Administrator admin, DraftContent content) {
    drafts.edit(admin, id, revision, content, Clock.now());
  }

  private static DraftContent with(RuleDraft draft, List<RecognitionRule> rules) {
    DraftContent content = draft.content();
    return new DraftContent(content.note(), rules, content.legacyIssuedUntil());
  }

  public @Nullable String rebase() {
    return step(
        "draft.rebased", (admin, draft) -> drafts.rebase(admin, draft.id(), revision, Clock.now()));
  }

  public @Nullable String send() {
    return step(
        "draft.sent", (admin, draft) -> drafts.submit(admin, draft.id(), revision, Clock.now()));
  }

  public @Nullable String discard() {
    return step(
        "draft.discarded", (admin, draft) -> drafts.discard(admin, draft.id(), Clock.now()));
  }

  public String makePreview() {
    desk.person().acting(Permission.APPROVE);
    previews.start(draft(), Clock.now());
    return "/console/preview.xhtml?faces-redirect=true&id=" + id;
  }

  private @Nullable String step(String done, Step step) {
    String actor = desk.person().acting(Permission.PROPOSE);
    RuleDraft draft = draft();
    if (draft.revision() != revision) {
      words.refused("draft.DRAFT_EDITED_MEANWHILE", draft.changedBy());
      return null;
    }
    try {
      step.take(new Administrator(actor, actor), draft);
      words.done(done);
      return DraftPage.addressOf(draft.id());
    } catch (DraftRefused refused) {
      words.refused("draft." + refused.kind(), draft.changedBy());
      return null;
    }
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }

  public String getLegacyIssuedUntil() {
    return legacyIssuedUntil;
  }

  public void setLegacyIssuedUntil(@Nullable String day) {
    this.legacyIssuedUntil = day == null ? "" : day.strip();
  }
}
