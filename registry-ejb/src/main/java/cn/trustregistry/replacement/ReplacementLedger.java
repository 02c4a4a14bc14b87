package cn.trustregistry.replacement;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.replacement.Replacement.Replaced;
import cn.trustregistry.replacement.ReplacementRefused.Kind;
import cn.trustregistry.trust.Succession;
import cn.trustregistry.trust.TrustChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps the entries. */
@ApplicationScoped
class ReplacementLedger {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject Event<TrustChange> changed;

  /**
   * Decides and stores in one transaction, one after the other over all companies and nodes.
   *
   * @param decided looks at what was published and decides, when it is its turn
   */
  @Transactional
  public Replacement add(CaClient client, Supplier<Replacement> decided, Instant at) {
    audit.takeTurn();
    Replacement draft = decided.get();
    refuseRepeated(draft);
    ReplacementRow row = row(draft, client, at);
    entities.persist(row);
    draft.certificates().forEach(r -> entities.persist(new ReplacedRow(row.id, r, isFree(draft))));
    String details =
        draft.reason()
            + " "
            + String.join(
                ", ",
                draft.certificates().stream()
                    .map(r -> r.oldCertificate() + " by " + r.newCertificate())
                    .toList());
    audit.append(client.clientId(), draft.tenant(), "REPLACEMENT_RECORDED", row.id, details, at);
    if (!draft.oldTenant().equals(draft.tenant())) {
      audit.append(
          client.clientId(), draft.oldTenant(), "REPLACEMENT_RECORDED", row.id, details, at);
    }
    entities.flush();
    Replacement recorded = row.toReplacement(draft.certificates());
    changed.fire(new TrustChange.CertificatesReplaced(successions(recorded)));
    return recorded;
  }

  private static boolean isFree(Replacement replacement) {
    return replacement.reason().isFree();
  }

  private void refuseRepeated(Replacement draft) {
    for (Replaced each : draft.certificates()) {
      if (count("newSha256", each.newCertificate()) > 0) {
        throw new ReplacementRefused(
            Kind.ALREADY_RECORDED,
            "certificates",
            "Certificate " + each.newCertificate() + " has taken another's place already.");
      }
      if (isFree(draft) && count("freeOld", each.oldCertificate()) > 0) {
        throw new ReplacementRefused(
            Kind.SECOND_FREE_REPLACEMENT,
            "certificates",
            "Certificate " + each.oldCertificate() + " has been replaced free of charge before.");
      }
    }
  }

  private long count(String column, String value) {
    return entities
        .createQuery(
            "select count(r) from ReplacedRow r where r." + column + " = :value", Long.class)
        .setParameter("value", value)
        .getSingleResult();
  }

  private static ReplacementRow row(Replacement draft, CaClient client, Instant at) {
    ReplacementRow row = new ReplacementRow();
    row.id = UUID.randomUUID().toString();
    row.tenant = draft.tenant();
    row.oldTenant = draft.oldTenant();
    row.uscc = draft.uscc();
    row.holderKind = draft.holderKind().name();
    row.reason = draft.reason().name();
    row.certificateFen = draft.certificateFen();
    row.mediumFen = draft.mediumFen();
    row.tariffVersion = draft.tariffVersion();
    row.tariffItem = draft.tariffItem();
    row.recordedAt = at;
    row.recordedBy = client.clientId();
    return row;
  }

  /** Writes down that something was refused, after nothing else was. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void auditRefusal(
      CaClient client, ReplacementRefused refused, String subject, Instant at) {
    audit.append(
        client.clientId(),
        client.tenant(),
        "REPLACEMENT_REFUSED",
        subject,
        refused.kind() + ": " + refused.getMessage(),
        at);
  }

  /** An entry of which the company is one of the two sides. */
  @Transactional
  public Optional<Replacement> find(String tenant, String id) {
    return Optional.ofNullable(entities.find(ReplacementRow.class, id))
        .filter(row -> row.tenant.equals(tenant) || row.oldTenant.equals(tenant))
        .map(this::whole);
  }

  /** Entries of which the company is one of the two sides, in their order. */
  @Transactional
  public List<Replacement> after(String tenant, long seq, int most) {
    return entities
        .createQuery(
            "select r from ReplacementRow r where (r.tenant = :tenant or r.oldTenant = :tenant)"
                + " and r.seq > :seq order by r.seq",
            ReplacementRow.class)
        .setParameter("tenant", tenant)
        .setParameter("seq", seq)
        .setMaxResults(most)
        .getResultStream()
        .map(this::whole)
        .toList();
  }

  @Transactional
  public List<Replacement> of(String sha256) {
    return entities
        .createQuery(
            "select r from ReplacementRow r where r.id in (select c.key.replacement from"
                + " ReplacedRow c where c.oldSha256 = :sha256 or c.newSha256 = :sha256)"
                + " order by r.seq",
            ReplacementRow.class)
        .setParameter("sha256", sha256)
        .getResultStream()
        .map(this::whole)
        .toList();
  }

  @Transactional
  public List<Succession> all() {
    return entities
        .createQuery("select r from ReplacementRow r order by r.seq", ReplacementRow.class)
        .getResultStream()
        .map(this::whole)
        .flatMap(replacement -> successions(replacement).stream())
        .toList();
  }

  private Replacement whole(ReplacementRow row) {
    return row.toReplacement(
        entities
            .createQuery(
                "select r from ReplacedRow r where r.key.replacement = :id order by r.key.role",
                ReplacedRow.class)
            .setParameter("id", row.id)
            .getResultStream()
            .map(ReplacedRow::toReplaced)
            .toList());
  }

  private static List<Succession> successions(Replacement replacement) {
    return replacement.certificates().stream()
        .map(
            r ->
                new Succession(
                    replacement.id(),
                    r.oldCertificate(),
                    r.newCertificate(),
                    replacement.tenant(),
                    r.key(),
                    replacement.recordedAt()))
        .toList();
  }
}
