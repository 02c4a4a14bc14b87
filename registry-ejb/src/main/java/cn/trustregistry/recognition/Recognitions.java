package cn.trustregistry.recognition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.recognition.Categories.Category;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores categories and publishes rule books. */
@ApplicationScoped
public class Recognitions {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject Event<RecognitionData> changed;

  /** Reads the category tree and every rule book. */
  @Transactional
  public RecognitionData load() {
    List<Category> categories =
        entities
            .createQuery("select c from CategoryRow c", CategoryRow.class)
            .getResultStream()
            .map(CategoryRow::toCategory)
            .toList();
    Map<Long, List<RecognitionRule>> rules =
        entities
            .createQuery("select r from RuleRow r order by r.position", RuleRow.class)
            .getResultStream()
            .collect(groupingBy(row -> row.key.bookVersion(), mapping(RuleRow::toRule, toList())));
    List<RuleBook> books =
        entities
            .createQuery("select b from RuleBookRow b order by b.version", RuleBookRow.class)
            .getResultStream()
            .map(
                b ->
                    new RuleBook(
                        b.version,
                        b.publishedAt,
                        rules.getOrDefault(b.version, List.of()),
                        b.legacyIssuedUntil))
            .toList();
    return new RecognitionData(new Categories(categories), books);
  }

  /** Whether there is such a category. */
  @Transactional
  public boolean knows(CategoryRef ref) {
    return entities.find(
            CategoryRow.class, new CategoryRow.Key(ref.system(), ref.version(), ref.code()))
        != null;
  }

  @Transactional
  public void addCategories(List<Category> categories, String actor, Instant at) {
    categories.forEach(category -> entities.persist(new CategoryRow(category, at)));
    audit.append(actor, null, "CATEGORIES_ADDED", "category", refs(categories), at);
    entities.flush();
    changed.fire(load());
  }

  /** Publishes a rule book that puts no end to the issue of legacy certificates. */
  @Transactional
  public RuleBook publish(
      List<RecognitionRule> rules,
      String firstApprover,
      String secondApprover,
      String note,
      Instant at) {
    return publish(rules, null, firstApprover, secondApprover, note, at);
  }

  /**
   * Publishes a rule book for good.
   *
   * @param legacyIssuedUntil last day on which legacy certificates were issued, or null
   * @throws IllegalArgumentException if both approvers are the same person
   */
  @Transactional
  public RuleBook publish(
      List<RecognitionRule> rules,
      @Nullable LocalDate legacyIssuedUntil,
      String firstApprover,
      String secondApprover,
      String note,
      Instant at) {
    if (firstApprover.equals(secondApprover)) {
      throw new IllegalArgumentException("a rule book needs two different approvers");
    }
    audit.takeTurn();
    RuleBookRow book = new RuleBookRow();
    book.version = newestVersion() + 1;
    book.publishedAt = at;
    book.firstApprover = firstApprover;
    book.secondApprover = secondApprover;
    book.note = note;
    book.legacyIssuedUntil = legacyIssuedUntil;
    entities.persist(book);
    for (int i = 0; i < rules.size(); i++) {
      entities.persist(new RuleRow(book.version, i, rules.get(i)));
    }
    audit.append(
        firstApprover + " and " + secondApprover,
        null,
        "RULE_BOOK_PUBLISHED",
        Long.toString(book.version),
        note,
        at);
    entities.flush();
    changed.fire(load());
    return new RuleBook(book.version, at, rules, legacyIssuedUntil);
  }

  /** Version of the newest rule book; 0 if there is none. */
  @Transactional
  public long newestVersion() {
    Long newest =
        entities
            .createQuery("select coalesce(max(b.version), 0) from RuleBookRow b", Long.class)
            .getSingleResult();
    return newest;
  }

  private static String refs(List<Category> categories) {
    return String.join(" ", categories.stream().map(c -> c.ref().toString()).toList());
  }
}
