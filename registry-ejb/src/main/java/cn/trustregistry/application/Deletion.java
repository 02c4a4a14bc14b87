package cn.trustregistry.application;

import cn.trustregistry.application.ApplicationStore.Move;
import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Finds what is kept no longer and deletes it, audited. */
@ApplicationScoped
class Deletion {
  private static final String ACTOR = "retention";
  private static final int AT_ONCE = 200;

  @PersistenceContext EntityManager entities;
  @Inject ApplicationStore store;
  @Inject MaterialStore materials;
  @Inject AuditTrail audit;

  @Transactional
  public List<Long> drafts(Instant before) {
    return ids("a.state = 'DRAFT' and a.changedAt < :before", before);
  }

  @Transactional
  public List<Long> waiting(Instant before) {
    return ids("a.state = 'NEEDS_CORRECTION' and a.changedAt < :before", before);
  }

  @Transactional
  public List<Long> withMaterials(Instant before) {
    return ids(
        "a.endedAt < :before and exists"
            + " (select m.key.number from MaterialRow m where m.key.application = a.id)",
        before);
  }

  @Transactional
  public List<Long> ended(Instant before) {
    return ids("a.endedAt < :before", before);
  }

  private List<Long> ids(String condition, Instant before) {
    return entities
        .createQuery("select a.id from ApplicationRow a where " + condition, Long.class)
        .setParameter("before", before)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  @Transactional
  public void withdraw(long id, Instant at) {
    ApplicationRow row = store.lock(id);
    if (row.state() == ApplicationState.NEEDS_CORRECTION) {
      String reason = "期限内未补正 / not corrected in time";
      store.move(row, new Move(ApplicationState.WITHDRAWN, Party.REGISTRY, ACTOR, reason), at);
    }
  }

  /** A draft was never handed in, so there is nothing to be audited. */
  @Transactional
  public void deleteDraft(long id) {
    ApplicationRow row = store.lock(id);
    if (row.state() == ApplicationState.DRAFT) {
      materials.removeAll(row);
      entities.remove(row);
    }
  }

  @Transactional
  public void deleteMaterials(long id, Instant at) {
    ApplicationRow row = store.lock(id);
    int number = materials.removeAll(row);
    audit.append(
        ACTOR, row.tenant, "APPLICATION_MATERIALS_DELETED", row.receipt, number + " files", at);
  }

  @Transactional
  public void delete(long id, Instant at) {
    ApplicationRow row = store.lock(id);
    materials.removeAll(row);
    for (String entity : List.of("StepRow", "CodeRow")) {
      entities
          .createQuery("delete from " + entity + " e where e.application = :id")
          .setParameter("id", id)
          .executeUpdate();
    }
    entities.remove(row);
    audit.append(ACTOR, row.tenant, "APPLICATION_DELETED", row.receipt, row.state, at);
  }
}
