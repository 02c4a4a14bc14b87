package cn.trustregistry.publication;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.revocation.RevocationNotice;
import cn.trustregistry.publication.PublicationRefused.Kind;
import cn.trustregistry.trust.TrustChange;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes immediate revocation notices and reads them back. */
@ApplicationScoped
public class Revocations {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject TrustState trust;
  @Inject Event<TrustChange> changed;

  /**
   * Publishes a notice; it is in force when this returns.
   *
   * @throws PublicationRefused if the issuer is not the client's, or the notice does not fit
   */
  @Transactional
  public StoredNotice publish(CaClient client, NoticeSubmission submission, Instant at) {
    Permission.require(client, Scope.REVOKE);
    Issuer issuer = issuer(client, submission.issuer());
    String serial = submission.serial().toString(16);
    Instant effectiveAt = NoticeAcceptance.judge(submission, earlier(issuer, serial), at);
    NoticeRow row = new NoticeRow();
    row.id = UUID.randomUUID().toString();
    row.tenant = client.tenant();
    row.issuerSha256 = issuer.sha256();
    row.serial = serial;
    row.kind = submission.action().name();
    row.reason = submission.reason().name();
    row.effectiveAt = effectiveAt;
    row.receivedAt = at;
    row.receivedFrom = client.clientId();
    entities.persist(row);
    audit.append(
        client.clientId(),
        client.tenant(),
        "NOTICE_PUBLISHED",
        row.id,
        row.kind + " " + serial,
        at);
    entities.flush();
    changed.fire(new TrustChange.NoticePublished(knowledge(row.toNotice(), issuer)));
    return row.toNotice();
  }

  /** One of the client's own company's notices. */
  @Transactional
  public Optional<StoredNotice> notice(CaClient client, String id) {
    Permission.require(client, Scope.READ);
    return entities
        .createQuery(
            "select n from NoticeRow n where n.id = :id and n.tenant = :tenant", NoticeRow.class)
        .setParameter("id", id)
        .setParameter("tenant", client.tenant())
        .getResultStream()
        .findFirst()
        .map(NoticeRow::toNotice);
  }

  /** The client's own company's notices after a cursor, in order of arrival. */
  @Transactional
  public List<StoredNotice> after(CaClient client, long seq, int most) {
    Permission.require(client, Scope.READ);
    return entities
        .createQuery(
            "select n from NoticeRow n where n.tenant = :tenant and n.seq > :seq order by n.seq",
            NoticeRow.class)
        .setParameter("tenant", client.tenant())
        .setParameter("seq", seq)
        .setMaxResults(most)
        .getResultStream()
        .map(NoticeRow::toNotice)
        .toList();
  }

  /** Every notice ever taken, in order. */
  @Transactional
  public List<StoredNotice> all() {
    return entities
        .createQuery("select n from NoticeRow n order by n.seq", NoticeRow.class)
        .getResultStream()
        .map(NoticeRow::toNotice)
        .toList();
  }

  /** A notice as the engine takes it. */
  public static RevocationNotice knowledge(StoredNotice notice, Issuer issuer) {
    return new RevocationNotice(
        notice.id(),
        issuer.certificate().subject(),
        issuer.certificate().publicKey().sha256(),
        new BigInteger(notice.serial(), 16),
        notice.action(),
        notice.reason(),
        notice.effectiveAt(),
        notice.receivedAt());
  }

  private Issuer issuer(CaClient client, String sha256) {
    return trust
        .current()
        .flatMap(snapshot -> snapshot.issuer(sha256))
        .filter(issuer -> issuer.tenant().equals(client.tenant()))
        .orElseThrow(
            () ->
                new PublicationRefused(
                    Kind.FOREIGN_ISSUER, "issuer", "None of your admitted issuers is " + sha256));
  }

  private List<StoredNotice> earlier(Issuer issuer, String serial) {
    return entities
        .createQuery(
            "select n from NoticeRow n where n.issuerSha256 = :issuer and n.serial = :serial"
                + " order by n.seq",
            NoticeRow.class)
        .setParameter("issuer", issuer.sha256())
        .setParameter("serial", serial)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .map(NoticeRow::toNotice)
        .toList();
  }
}
