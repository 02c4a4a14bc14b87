package cn.trustregistry.web.console;

import cn.trustregistry.account.Permission;
import cn.trustregistry.audit.AuditIntegrity;
import cn.trustregistry.audit.AuditSearch;
import cn.trustregistry.audit.AuditSearch.Entry;
import cn.trustregistry.audit.AuditSearch.Wanted;
import cn.trustregistry.web.account.Desk;
import cn.trustregistry.web.portal.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The audit trail: who did what, and whether the chain holds. The question is in the address. */
@Named("auditPage")
@RequestScoped
public class AuditPage {
  static final List<String> FIELDS = List.of("actor", "tenant", "action", "subject", "from", "to");

  @Inject AuditIntegrity integrity;
  @Inject AuditSearch search;
  @Inject Desk desk;
  @Inject Texts texts;

  private @Nullable List<Entry> entries;

  public List<Entry> getEntries() {
    if (entries == null) {
      desk.person().acting(Permission.AUDIT);
      entries = search.find(wanted(question()), AuditSearch.PAGE);
    }
    return entries;
  }

  static Wanted wanted(Map<String, String> question) {
    return new Wanted(
        question.get("actor"),
        question.get("tenant"),
        question.get("action"),
        question.get("subject"),
        day(question.get("from"), 0),
        day(question.get("to"), 1),
        number(question.get("before")));
  }

  /** The beginning of a day in Shanghai; a text that is no day is left out of account. */
  private static @Nullable Instant day(@Nullable String text, int later) {
    try {
      return text == null || text.isBlank()
          ? null
          : LocalDate.parse(text).plusDays(later).atStartOfDay(Texts.SHANGHAI).toInstant();
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }

  private static @Nullable Long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  private static Map<String, String> question() {
    return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
  }

  public String asked(String field) {
    return question().getOrDefault(field, "");
  }

  public List<String> getActions() {
    return search.actions();
  }

  /** The question as part of an address. */
  public String getQuery() {
    return FIELDS.stream()
        .filter(field -> !asked(field).isBlank())
        .map(field -> field + "=" + URLEncoder.encode(asked(field), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Number to go on before, for the next page; empty on the last one. */
  public String getNext() {
    List<Entry> shown = getEntries();
    return shown.size() < AuditSearch.PAGE ? "" : String.valueOf(shown.get(shown.size() - 1).seq());
  }

  public AuditIntegrity.Status getStatus() {
    return integrity.status();
  }

  public String time(@Nullable Instant at) {
    return texts.time(at);
  }
}
