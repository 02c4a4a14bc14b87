package cn.trustregistry.ocsp;

import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.pki.revocation.OcspAnswer;
import cn.trustregistry.trust.TrustChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Keeps OCSP responses as they were received. */
@ApplicationScoped
class OcspResponseStore {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject Event<TrustChange> changed;

  /** Stores, audits and puts into force. */
  @Transactional
  public void add(OcspResponseRow row, OcspAnswer answer) {
    entities.persist(row);
    audit.append(
        row.receivedFrom.length() > 100 ? row.receivedFrom.substring(0, 100) : row.receivedFrom,
        row.tenant,
        "OCSP_RESPONSE_" + row.source,
        row.sha256,
        row.said + " for " + row.serial,
        row.receivedAt);
    entities.flush();
    changed.fire(new TrustChange.OcspTaken(answer));
  }

  @Transactional
  public Optional<OcspResponseRow> find(String tenant, String sha256) {
    return entities
        .createQuery(
            "select r from OcspResponseRow r where r.sha256 = :sha256 and r.tenant = :tenant",
            OcspResponseRow.class)
        .setParameter("sha256", sha256)
        .setParameter("tenant", tenant)
        .getResultStream()
        .findFirst();
  }

  /** Every response ever taken, oldest first. */
  @Transactional
  public List<OcspAnswer> all() {
    return entities
        .createQuery("select r from OcspResponseRow r order by r.seq", OcspResponseRow.class)
        .setHint("org.hibernate.fetchSize", 100)
        .getResultStream()
        .map(
            row -> {
              entities.detach(row);
              return row.toKnowledge();
            })
        .toList();
  }
}
