package cn.trustregistry.publication;

import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import cn.trustregistry.trust.TrustChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Keeps CRLs as they were received. */
@ApplicationScoped
class CrlStore {
  private static final String SUMMARY =
      "select new cn.trustregistry.publication.CrlSummary(c.seq, c.sha256, c.tenant, c.issuerName,"
          + " c.crlNumber, c.baseNumber, c.thisUpdate, c.nextUpdate, c.entries, c.receivedAt,"
          + " c.warnings) from CrlRow c";

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject Event<TrustChange> changed;

  /** Stores, audits and puts into force. */
  @Transactional
  public void add(CrlRow row, ReceivedCrl crl) {
    entities.persist(row);
    audit.append(
        row.receivedFrom,
        row.tenant,
        "CRL_PUBLISHED",
        row.sha256,
        "number " + row.crlNumber + " of " + row.issuerName,
        row.receivedAt);
    entities.flush();
    changed.fire(new TrustChange.CrlPublished(row.tenant, crl));
  }

  @Transactional
  public Optional<CrlRow> find(String tenant, String sha256) {
    return entities
        .createQuery(
            "select c from CrlRow c where c.sha256 = :sha256 and c.tenant = :tenant", CrlRow.class)
        .setParameter("sha256", sha256)
        .setParameter("tenant", tenant)
        .getResultStream()
        .findFirst();
  }

  @Transactional
  public List<CrlSummary> after(String tenant, long seq, int most) {
    return entities
        .createQuery(
            SUMMARY + " where c.tenant = :tenant and c.seq > :seq order by c.seq", CrlSummary.class)
        .setParameter("tenant", tenant)
        .setParameter("seq", seq)
        .setMaxResults(most)
        .getResultList();
  }

  @Transactional
  public Optional<CrlSummary> newest(String tenant, String signerKey, boolean delta) {
    return entities
        .createQuery(
            SUMMARY
                + " where c.tenant = :tenant and c.signerKey = :key and c.baseNumber is "
                + (delta ? "not null" : "null")
                + " order by c.seq desc",
            CrlSummary.class)
        .setParameter("tenant", tenant)
        .setParameter("key", signerKey)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Every list ever taken, oldest first; each is parsed and let go before the next is read. */
  @Transactional
  public List<ReceivedCrl> all() {
    return entities
        .createQuery("select c from CrlRow c order by c.seq", CrlRow.class)
        .setHint("org.hibernate.fetchSize", 1)
        .getResultStream()
        .map(
            row -> {
              entities.detach(row);
              return row.toKnowledge();
            })
        .toList();
  }
}
