package cn.trustregistry.web.rules;

import cn.trustregistry.access.Caller.Administrator;
import cn.trustregistry.account.Permission;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.recognition.Categories;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RecognitionRule.Effect;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.rulemaking.DraftContent;
import cn.trustregistry.rulemaking.DraftFault;
import cn.trustregistry.rulemaking.DraftRefused;
import cn.trustregistry.rulemaking.RuleDraft;
import cn.trustregistry.rulemaking.RuleDrafts;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Missing;
import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.portal.Texts;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of one rule of a draft, or of a new one. */
@Named("ruleForm")
@ViewScoped
public class RulePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject RuleDrafts drafts;
  @Inject TrustState trust;
  @Inject Desk desk;
  @Inject Texts texts;
  @Inject Words words;

  private String draft = "";
  private String at = "";
  private int revision;
  private HashMap<String, Object> values = new HashMap<>(RuleForm.empty());

  /** Opens the rule at the position named, or an empty form where none is. */
  public void load() throws IOException {
    desk.person().acting(Permission.PROPOSE);
    Optional<RuleDraft> found = DraftPage.number(draft).flatMap(drafts::find);
    List<RecognitionRule> rules = found.map(d -> d.content().rules()).orElse(List.of());
    int position = DraftPage.number(at).map(Long::intValue).orElse(rules.size());
    boolean open = found.filter(d -> d.state() == RuleDraft.State.OPEN).isPresent();
    if (!open || position > rules.size() || (position == rules.size() && !at.isEmpty())) {
      Missing.answer(draft);
      return;
    }
    revision = found.get().revision();
    if (position < rules.size()) {
      values = new HashMap<>(RuleForm.of(rules.get(position)));
    }
  }

  public @Nullable String save() {
    String actor = desk.person().acting(Permission.PROPOSE);
    RuleForm form = new RuleForm(values);
    RecognitionRule rule = form.read();
    form.unreadable().forEach((field, key) -> words.beside("form:" + field, key));
    if (!form.unreadable().isEmpty()) {
      return null;
    }
    RuleDraft known = DraftPage.number(draft).flatMap(drafts::find).orElseThrow();
    if (known.revision() != revision) {
      words.refused("draft.DRAFT_EDITED_MEANWHILE", known.changedBy());
      return null;
    }
    DraftContent content = content(known, rule);
    if (isFaulty(content)) {
      return null;
    }
    try {
      drafts.edit(new Administrator(actor, actor), known.id(), revision, content, Clock.now());
      words.done("draft.ruleSaved", rule.id());
      return DraftPage.addressOf(known.id());
    } catch (DraftRefused refused) {
      words.refused("draft." + refused.kind(), known.changedBy());
      return null;
    }
  }

  private DraftContent content(RuleDraft known, RecognitionRule rule) {
    List<RecognitionRule> rules = new ArrayList<>(known.content().rules());
    if (at.isEmpty()) {
      rules.add(rule);
    } else {
      rules.set(Integer.parseInt(at), rule);
    }
    return new DraftContent(known.content().note(), rules, known.content().legacyIssuedUntil());
  }

  /** Says beside the fields of this rule what keeps it from being published. */
  private boolean isFaulty(DraftContent content) {
    int position = at.isEmpty() ? content.rules().size() - 1 : Integer.parseInt(at);
    boolean faulty = false;
    for (DraftFault fault : drafts.faults(content)) {
      Optional<String> field = RuleFaults.fieldOf(fault, position);
      if (field.isPresent()) {
        String text = words.pick(fault.chinese(), fault.english());
        words.beside("form:" + field.get(), "verbatim", text);
        faulty = true;
      }
    }
    return faulty;
  }

  public Map<String, Object> getValues() {
    return values;
  }

  public boolean isFresh() {
    return at.isEmpty();
  }

  public List<SelectItem> getEffects() {
    return items(Effect.values());
  }

  public List<SelectItem> getHolderKinds() {
    return items(HolderKind.values());
  }

  public List<SelectItem> getMedia() {
    return items(Medium.values());
  }

  public List<SelectItem> getProfiles() {
    return items(Profile.values());
  }

  public List<SelectItem> getStages() {
    return items(Stage.values());
  }

  private List<SelectItem> items(Enum<?>... all) {
    return Arrays.stream(all).map(o -> new SelectItem(o.name(), texts.text(o.name()))).toList();
  }

  public List<SelectItem> getTenants() {
    List<CaCompany> companies = trust.current().map(k -> k.companies()).orElse(List.of());
    return companies.stream()
        .map(c -> new SelectItem(c.code(), words.pick(c.nameZh(), c.nameEn())))
        .toList();
  }

  /** The tree, each node set in by its depth. */
  public List<SelectItem> getCategories() {
    Categories tree =
        trust.current().map(k -> k.recognition().categories()).orElse(new Categories(List.of()));
    return tree.inTreeOrder().stream()
        .map(
            c ->
                new SelectItem(
                    c.ref().toString(),
                    "— ".repeat(tree.depth(c)) + words.pick(c.nameZh(), c.nameEn())))
        .toList();
  }

  public String getDraft() {
    return draft;
  }

  public void setDraft(@Nullable String draft) {
    this.draft = draft == null ? "" : draft;
  }

  public String getAt() {
    return at;
  }

  public void setAt(@Nullable String at) {
    this.at = at == null ? "" : at;
  }
}
