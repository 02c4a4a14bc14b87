package cn.trustregistry.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Keeps texts until they are sent. */
@ApplicationScoped
class MessageStore {
  static final String CONTEXT = "outgoing message";

  @PersistenceContext EntityManager entities;

  @Transactional(Transactional.TxType.MANDATORY)
  public void add(Channel channel, byte[] sealed, Instant at, Instant expires) {
    MessageRow row = new MessageRow();
    row.channel = channel.name();
    row.sealed = sealed;
    row.dueAt = at;
    row.expiresAt = expires;
    entities.persist(row);
  }

  /** What is due; nobody else sends it until {@code leaseEnd}. */
  @Transactional
  public List<MessageRow> take(Instant at, Instant leaseEnd) {
    List<MessageRow> rows =
        entities
            .createQuery(
                "select m from MessageRow m where m.dueAt <= :at order by m.id", MessageRow.class)
            .setParameter("at", at)
            .setMaxResults(20)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    rows.forEach(row -> row.dueAt = leaseEnd);
    return rows;
  }

  @Transactional
  public void forget(long id) {
    entities
        .createQuery("delete from MessageRow m where m.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  @Transactional
  public void again(long id, int failures, Instant dueAt) {
    MessageRow row = entities.find(MessageRow.class, id);
    if (row != null) {
      row.failures = failures;
      row.dueAt = dueAt;
    }
  }
}
