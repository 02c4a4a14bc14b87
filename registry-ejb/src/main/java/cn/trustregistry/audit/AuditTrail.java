package cn.trustregistry.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.pki.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Appends to the chain of audit entries and checks it. */
@ApplicationScoped
public class AuditTrail {
  @PersistenceContext EntityManager entities;
  @Inject Event<Audited> audited;

  /**
   * Waits for the turn to append in the running transaction and keeps it until that ends. If it is
   * the first that the transaction does, all that is read afterwards is as the one before left it.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void takeTurn() {
    head();
  }

  private AuditHead head() {
    return entities.find(AuditHead.class, 1, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Appends an entry in the running transaction; the chain's head stays locked until it ends.
   *
   * @param tenant the CA company or centre concerned, or null
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(
      String actor,
      @Nullable String tenant,
      String action,
      String subject,
      String details,
      Instant at) {
    AuditHead head = head();
    AuditEntry entry = new AuditEntry();
    entry.at = at.truncatedTo(ChronoUnit.MICROS);
    entry.actor = actor;
    entry.tenant = tenant;
    entry.action = action;
    entry.subject = subject;
    entry.details = details;
    entry.previousHash = head.hash;
    entry.hash = hash(entry);
    entities.persist(entry);
    head.hash = entry.hash;
    audited.fire(new Audited(actor, tenant, action, subject, details, at));
  }

  /** The first entry that does not fit the chain, or empty if the whole chain holds. */
  @Transactional
  public @Nullable Long firstBrokenEntry() {
    List<AuditEntry> entries =
        entities
            .createQuery("select e from AuditEntry e order by e.seq", AuditEntry.class)
            .getResultList();
    String previous = "0".repeat(64);
    for (AuditEntry entry : entries) {
      if (!entry.previousHash.equals(previous) || !entry.hash.equals(hash(entry))) {
        return entry.seq;
      }
      previous = entry.hash;
    }
    AuditHead head = entities.find(AuditHead.class, 1);
    boolean complete = head.hash.equals(previous);
    return complete ? null : Long.valueOf(entries.size() + 1L);
  }

  /** How many entries the chain has. */
  @Transactional
  public long size() {
    return entities.createQuery("select count(e) from AuditEntry e", Long.class).getSingleResult();
  }

  static String hash(AuditEntry entry) {
    String text =
        Stream.of(
                entry.previousHash,
                entry.at.toString(),
                entry.actor,
                entry.tenant == null ? "" : entry.tenant,
                entry.action,
                entry.subject,
                entry.details)
            .map(field -> field.length() + ":" + field)
            .collect(Collectors.joining());
    return Digests.sha256(text.getBytes(UTF_8));
  }
}
