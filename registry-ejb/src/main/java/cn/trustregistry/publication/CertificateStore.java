package cn.trustregistry.publication;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.pki.Digests;
import cn.trustregistry.trust.TrustChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Keeps certificates as they were published. */
@ApplicationScoped
class CertificateStore {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject Event<TrustChange> changed;

  /**
   * Decides and stores a batch in one transaction: stores, audits and puts into force what is fit.
   *
   * <p>Takes the turn in the audit trail before it looks: so nobody publishes between the look and
   * the writing, and the order of {@code seq} is the order of commits, which delta listings rest
   * on.
   */
  @Transactional
  public List<PublicationOutcome> add(CaClient client, List<Draft> drafts, Instant at) {
    audit.takeTurn();
    BatchDecision decision = decide(client, drafts, at);
    List<CertificateRow> rows = decision.rows();
    if (!rows.isEmpty()) {
      append(client, rows, at);
      session().doWork(connection -> CertificateSql.insert(connection, rows));
      changed.fire(
          new TrustChange.CertificatesPublished(
              rows.stream().map(CertificateRow::toDirectoryEntry).toList()));
    }
    return decision.outcomes();
  }

  /** What {@link #add} would answer now. */
  @Transactional
  public List<PublicationOutcome> wouldAdd(CaClient client, List<Draft> drafts, Instant at) {
    return decide(client, drafts, at).outcomes();
  }

  private BatchDecision decide(CaClient client, List<Draft> drafts, Instant at) {
    List<Draft.Fit> fit =
        drafts.stream().filter(Draft.Fit.class::isInstance).map(Draft.Fit.class::cast).toList();
    Known known =
        session()
            .doReturningWork(
                connection -> new KnownLookup(connection, client.tenant(), at).known(fit));
    return BatchDecision.of(drafts, known, client.clientId(), at);
  }

  private void append(CaClient client, List<CertificateRow> rows, Instant at) {
    CertificateRow first = rows.get(0);
    if (rows.size() == 1) {
      audit.append(
          client.clientId(),
          client.tenant(),
          "CERTIFICATE_PUBLISHED",
          first.sha256,
          first.subject,
          at);
      return;
    }
    String all = rows.stream().map(row -> row.sha256).collect(Collectors.joining("\n"));
    audit.append(
        client.clientId(),
        client.tenant(),
        "CERTIFICATES_PUBLISHED",
        first.sha256,
        rows.size()
            + " certificates; SHA-256 over their fingerprints, one a line: "
            + Digests.sha256(all.getBytes(StandardCharsets.US_ASCII)),
        at);
  }

  @Transactional
  public Optional<PublishedCertificate> find(String tenant, String sha256) {
    return entities
        .createQuery(
            "select c from CertificateRow c where c.sha256 = :sha256 and c.tenant = :tenant",
            CertificateRow.class)
        .setParameter("sha256", sha256)
        .setParameter("tenant", tenant)
        .getResultStream()
        .findFirst()
        .map(CertificateRow::toPublished);
  }

  /** In the order of publication, those after {@code seq}. */
  @Transactional
  public List<PublishedCertificate> search(
      String tenant, CertificateSearch search, long seq, int limit) {
    TypedQuery<CertificateRow> query =
        entities.createQuery(
            "select c from CertificateRow c where c.tenant = :tenant and c.seq > :seq"
                + search.conditions()
                + " order by c.seq",
            CertificateRow.class);
    query.setParameter("tenant", tenant).setParameter("seq", seq).setMaxResults(limit);
    search.parameters().forEach(query::setParameter);
    return query.getResultStream().map(CertificateRow::toPublished).toList();
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
