package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.notice.Author;
import cn.trustregistry.notice.Notice;
import cn.trustregistry.notice.NoticeRefused;
import cn.trustregistry.notice.NoticeText;
import cn.trustregistry.notice.Notices;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One notice: written, looked at, published for a time, withdrawn. */
@Named("notice")
@ViewScoped
public class NoticePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String KEPT = "notice.kept";
  private static final String LIST = "/console/notices.xhtml?faces-redirect=true";

  @Inject Desk desk;
  @Inject Notices notices;
  @Inject Words words;

  private @Nullable Long id;
  private final HashMap<String, String> fields = new HashMap<>();

  /** Opens the notice; another company's is as unknown as one that does not exist. */
  public void load() throws IOException {
    try {
      Notice kept = fields.isEmpty() ? getKept() : null;
      if (kept != null) {
        show(kept.text());
      }
    } catch (NoticeRefused unknown) {
      Missing.answer(String.valueOf(id));
    }
  }

  private Author author() {
    String own = desk.person().ownCompany();
    return new Author(
        own,
        own == null
            ? desk.person().acting(Permission.NOTICES)
            : desk.person().actingForCompany(Permission.NOTICES, own));
  }

  private void show(NoticeText text) {
    Instant to = text.to();
    fields.put("titleZh", text.titleZh());
    fields.put("titleEn", text.titleEn());
    fields.put("textZh", text.textZh());
    fields.put("textEn", text.textEn());
    fields.put("from", local(text.from()));
    fields.put("to", to == null ? "" : local(to));
  }

  private static String local(Instant at) {
    return Texts.typed(at.truncatedTo(ChronoUnit.MINUTES));
  }

  /** Keeps the draft and stays with it. */
  public @Nullable String save() {
    return keep().map(saved -> done("noticeSaved", here(saved))).orElse(null);
  }

  /** Keeps what was typed and publishes it. */
  public @Nullable String publish() {
    try {
      Optional<Long> saved = keep();
      saved.ifPresent(one -> notices.publish(author(), one, Clock.now()));
      return saved.map(one -> done("noticePublished", LIST)).orElse(null);
    } catch (NoticeRefused refused) {
      words.refused("notice." + refused.why());
      return null;
    }
  }

  public @Nullable String withdraw() {
    return step("noticeWithdrawn", (author, one) -> notices.withdraw(author, one, Clock.now()));
  }

  public @Nullable String discard() {
    return step("noticeDiscarded", (author, one) -> notices.discard(author, one, Clock.now()));
  }

  private interface Step {
    void take(Author author, long one);
  }

  private @Nullable String step(String said, Step step) {
    Once.forget(KEPT);
    try {
      Long kept = id;
      step.take(author(), kept == null ? 0 : kept);
      return done(said, LIST);
    } catch (NoticeRefused refused) {
      words.refused("notice." + refused.why());
      return null;
    }
  }

  private String done(String said, String where) {
    words.done(said);
    return where;
  }

  private static String here(long saved) {
    return "/console/notice.xhtml?faces-redirect=true&id=" + saved;
  }

  /** The id of the draft, now kept; empty if something is wrong with it. */
  private Optional<Long> keep() {
    Once.forget(KEPT);
    Author author = author();
    Instant now = Clock.now();
    Optional<NoticeText> text = text(now);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    text.get().faults().forEach((f, fault) -> words.beside("form:" + f, "notice." + fault));
    if (!text.get().faults().isEmpty()) {
      return Optional.empty();
    }
    try {
      Long kept = id;
      if (kept == null) {
        kept = notices.draft(author, text.get(), now);
        id = kept;
      } else {
        notices.change(author, kept, text.get(), now);
      }
      return Optional.of(kept);
    } catch (NoticeRefused refused) {
      words.refused("notice." + refused.why());
      return Optional.empty();
    }
  }

  private Optional<NoticeText> text(Instant now) {
    String field = "from";
    try {
      Instant from = time(field).orElse(now);
      field = "to";
      Instant to = time(field).orElse(null);
      return Optional.of(
          new NoticeText(
              typed("titleZh"), typed("titleEn"), typed("textZh"), typed("textEn"), from, to));
    } catch (DateTimeException e) {
      words.beside("form:" + field, "notice.TIME_UNFIT");
      return Optional.empty();
    }
  }

  private String typed(String field) {
    return fields.getOrDefault(field, "");
  }

  private Optional<Instant> time(String field) {
    String typed = typed(field).strip();
    return typed.isEmpty() ? Optional.empty() : Optional.of(Texts.moment(typed));
  }

  /** As it is kept; null if it is a new one. */
  public @Nullable Notice getKept() {
    Long kept = id;
    return kept == null ? null : Once.of(KEPT, () -> notices.read(author(), kept));
  }

  /** As it counts now; DRAFT if it is a new one. */
  public String getState() {
    Notice kept = getKept();
    return kept == null ? "DRAFT" : NoticesPage.state(kept, Clock.now());
  }

  public Map<String, String> getFields() {
    return fields;
  }

  public @Nullable Long getId() {
    return id;
  }

  public void setId(@Nullable Long id) {
    this.id = id;
  }
}
