package cn.trustregistry.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds entries of the chain, newest first. */
@ApplicationScoped
public class AuditSearch {
  public static final int PAGE = 50;

  /** An entry as it was written. */
  public record Entry(
      long seq,
      Instant at,
      String actor,
      @Nullable String tenant,
      String action,
      String subject,
      String details) {}

  /**
   * What is looked for; what is null or blank does not matter.
   *
   * @param subject what the subject or the details begin with
   * @param before only entries with a smaller number, for the next page
   */
  public record Wanted(
      @Nullable String actor,
      @Nullable String tenant,
      @Nullable String action,
      @Nullable String subject,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long before) {}

  @PersistenceContext EntityManager entities;

  /**
   * @param most how many at the most
   */
  @Transactional
  public List<Entry> find(Wanted wanted, int most) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    add(conditions, values, "e.actor = :actor", "actor", text(wanted.actor()));
    add(conditions, values, "e.tenant = :tenant", "tenant", text(wanted.tenant()));
    add(conditions, values, "e.action = :action", "action", text(wanted.action()));
    add(conditions, values, "e.at >= :from", "from", wanted.from());
    add(conditions, values, "e.at < :to", "to", wanted.to());
    add(conditions, values, "e.seq < :before", "before", wanted.before());
    String subject = text(wanted.subject());
    String pattern =
        subject == null
            ? null
            : subject.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    add(conditions, values, "e.subject like :subject escape '!'", "subject", pattern);
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<AuditEntry> query =
        entities
            .createQuery(
                "select e from AuditEntry e" + where + " order by e.seq desc", AuditEntry.class)
            .setMaxResults(most);
    values.forEach(query::setParameter);
    return query.getResultStream().map(AuditSearch::entry).toList();
  }

  /** The kinds of entries there are. */
  @Transactional
  public List<String> actions() {
    return entities
        .createQuery("select distinct e.action from AuditEntry e order by e.action", String.class)
        .getResultList();
  }

  private static void add(
      List<String> conditions,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private static @Nullable String text(@Nullable String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }

  private static Entry entry(AuditEntry row) {
    return new Entry(row.seq, row.at, row.actor, row.tenant, row.action, row.subject, row.details);
  }
}
