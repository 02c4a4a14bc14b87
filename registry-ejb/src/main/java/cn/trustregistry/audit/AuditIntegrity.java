package cn.trustregistry.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the chain bit by bit: each turn goes on where the last one stopped, and from the start
 * again once the end was reached, so that what was checked before is checked again and again.
 */
@ApplicationScoped
public class AuditIntegrity {
  private static final int AT_A_TIME = 5_000;
  private static final String START = "0".repeat(64);

  /**
   * How far the check has come.
   *
   * @param checkedTo entries up to this number fit the chain
   * @param newest number of the newest entry
   * @param broken the first entry that does not fit, or null
   * @param wholeAt when the whole chain was last found to hold; null if it was not yet since the
   *     start
   */
  public record Status(
      long checkedTo, long newest, @Nullable Long broken, @Nullable Instant wholeAt) {
    public boolean holds() {
      return broken == null;
    }
  }

  @PersistenceContext EntityManager entities;

  private long position;
  private String hash = START;
  private Status status = new Status(0, 0, null, null);

  public synchronized Status status() {
    return status;
  }

  /** Checks the next entries. */
  @Transactional
  public synchronized void goOn(Instant at) {
    if (!status.holds()) {
      return;
    }
    List<AuditEntry> next =
        entities
            .createQuery(
                "select e from AuditEntry e where e.seq > :position order by e.seq",
                AuditEntry.class)
            .setParameter("position", position)
            .setMaxResults(AT_A_TIME)
            .getResultList();
    for (AuditEntry entry : next) {
      if (!entry.previousHash.equals(hash) || !entry.hash.equals(AuditTrail.hash(entry))) {
        status = new Status(position, newest(), entry.seq, status.wholeAt());
        return;
      }
      hash = entry.hash;
      position = entry.seq;
    }
    boolean end = next.size() < AT_A_TIME;
    boolean whole = end && entities.find(AuditHead.class, 1).hash.equals(hash);
    status =
        new Status(
            position,
            newest(),
            end && !whole ? Long.valueOf(position + 1) : null,
            whole ? at : status.wholeAt());
  }

  /** Begins from the start at the next turn, whatever was found so far. */
  public synchronized void restart() {
    position = 0;
    hash = START;
    status = new Status(0, status.newest(), null, status.wholeAt());
  }

  private long newest() {
    Long newest =
        entities.createQuery("select max(e.seq) from AuditEntry e", Long.class).getSingleResult();
    return newest == null ? 0 : newest;
  }
}
