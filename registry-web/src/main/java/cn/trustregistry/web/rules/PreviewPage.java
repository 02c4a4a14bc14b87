package cn.trustregistry.web.rules;

import cn.trustregistry.account.Permission;
import cn.trustregistry.centre.Centres;
import cn.trustregistry.rulemaking.Preview;
import cn.trustregistry.rulemaking.Preview.VerdictChange;
import cn.trustregistry.rulemaking.PreviewProgress;
import cn.trustregistry.rulemaking.Previews;
import cn.trustregistry.rulemaking.RuleDraft;
import cn.trustregistry.rulemaking.RuleDrafts;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Missing;
import cn.trustregistry.web.account.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a draft would change, or how far the looking is. */
@Named("rulePreview")
@RequestScoped
public class PreviewPage {
  @Inject RuleDrafts drafts;
  @Inject Previews previews;
  @Inject Centres centres;
  @Inject RuleWords rules;
  @Inject Desk desk;
  @Inject Words words;

  private String id = "";
  private @Nullable RuleDraft draft;

  public void load() throws IOException {
    draft = DraftPage.number(id).flatMap(drafts::find).orElse(null);
    if (draft == null) {
      Missing.answer(id);
    }
  }

  public RuleDraft getDraft() {
    desk.person().acting(Permission.RULES);
    return Optional.ofNullable(draft).orElseThrow();
  }

  public @Nullable PreviewProgress getProgress() {
    return previews.progress(getDraft().id()).orElse(null);
  }

  public boolean isRunning() {
    PreviewProgress progress = getProgress();
    return progress != null && progress.isRunning();
  }

  public boolean isFailed() {
    PreviewProgress progress = getProgress();
    return progress != null && progress.failure() != null;
  }

  /** Whether the draft was edited since. */
  public boolean isOld() {
    PreviewProgress progress = getProgress();
    return progress != null && progress.revision() != getDraft().revision();
  }

  public @Nullable Preview getMade() {
    PreviewProgress progress = getProgress();
    return progress == null ? null : progress.preview();
  }

  public List<ChangedUses> getUses() {
    Preview made = getMade();
    return made == null ? List.of() : ChangedUses.of(made.certificates());
  }

  public long getCertificates() {
    Preview made = getMade();
    return made == null ? 0 : ChangedUses.concerned(made.certificates());
  }

  public long getVerdicts() {
    Preview made = getMade();
    return made == null ? 0 : made.verdicts().stream().mapToLong(VerdictChange::count).sum();
  }

  public String assumption(Preview.Assumption assumed) {
    if (assumed.listedOn() == null) {
      return words.text("preview.noProject");
    }
    String key = assumed.projectEnded() ? "preview.ended" : "preview.listed";
    return words.text(key, assumed.listedOn());
  }

  /** Where something changes: the centres by name, or that it is all of them. */
  public String where(Set<String> codes) {
    return codes.size() == centres.all().size()
        ? words.text("preview.everywhere")
        : rules.names(codes);
  }

  /** The beginning of a fingerprint or id, enough to find it. */
  public String brief(String name) {
    return name.length() > 16 ? name.substring(0, 16) + "…" : name;
  }

  /** Some of many. */
  public List<String> some(List<String> many) {
    return many.stream().limit(3).toList();
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }
}
