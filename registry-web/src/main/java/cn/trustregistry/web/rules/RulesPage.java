package cn.trustregistry.web.rules;

import cn.trustregistry.access.Caller.Administrator;
import cn.trustregistry.account.Permission;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.rulemaking.RuleDraft;
import cn.trustregistry.rulemaking.RuleDrafts;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.account.Words;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules in force, and the drafts of the next ones. */
@Named("ruleList")
@RequestScoped
public class RulesPage {
  private static final int LONGEST_NOTE = 1_000;

  @Inject RuleDrafts drafts;
  @Inject TrustState trust;
  @Inject Desk desk;
  @Inject Texts texts;
  @Inject Words words;

  private String note = "";

  private Optional<RuleBook> book() {
    return trust.current().flatMap(known -> known.recognition().newest());
  }

  public String getBook() {
    return book()
        .map(book -> texts.text("ruleBook", book.version(), texts.time(book.publishedAt())))
        .orElse("");
  }

  public @Nullable String getLegacyIssuedUntil() {
    return book()
        .map(RuleBook::legacyIssuedUntil)
        .map(day -> words.text("rules.legacyUntil", day))
        .orElse(null);
  }

  public List<RecognitionRule> getRules() {
    return book().map(RuleBook::rules).orElse(List.of());
  }

  public List<RuleDraft> getDrafts() {
    desk.person().acting(Permission.RULES);
    return drafts.all();
  }

  public @Nullable String create() {
    String actor = desk.person().acting(Permission.PROPOSE);
    String text = note.strip();
    if (text.isEmpty() || text.length() > LONGEST_NOTE) {
      words.beside("form:note", "draft.NOTE_NEEDED");
      return null;
    }
    RuleDraft draft = drafts.create(new Administrator(actor, actor), text, Clock.now());
    words.done("draft.created", Long.toString(draft.id()));
    return DraftPage.addressOf(draft.id());
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }
}
