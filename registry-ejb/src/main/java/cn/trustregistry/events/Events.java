package cn.trustregistry.events;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.audit.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The outbox: everything audited that a tenant may want to hear of. */
@ApplicationScoped
public class Events {
  /** Most events in one reading. */
  public static final int PAGE = 500;

  /** What tenants are told; other audited actions are the registry's own. */
  private static final Set<String> TOLD =
      Set.of(
          "CERTIFICATE_PUBLISHED",
          "CERTIFICATES_PUBLISHED",
          "CRL_PUBLISHED",
          "CRL_PULL_FAILED",
          "NOTICE_PUBLISHED",
          "ISSUER_PROPOSED",
          "ISSUER_APPROVED",
          "TARIFF_PUBLISHED",
          "REPLACEMENT_RECORDED",
          "APPLICATION_SUBMITTED",
          "APPLICATION_ACCEPTED",
          "APPLICATION_NEEDS_CORRECTION",
          "APPLICATION_APPROVED",
          "APPLICATION_ISSUED",
          "APPLICATION_REFUSED",
          "APPLICATION_WITHDRAWN",
          "APPLICATION_DELETED",
          "CLIENT_PROOF_ADDED",
          "CLIENT_PROOF_ENDED");

  @PersistenceContext EntityManager entities;

  void write(@Observes Audited audited) {
    String tenant = audited.tenant();
    if (tenant == null || !TOLD.contains(audited.action())) {
      return;
    }
    EventRow row = new EventRow();
    row.id = UUID.randomUUID().toString();
    row.tenant = tenant;
    row.type = audited.action();
    row.subject = audited.subject();
    row.details = audited.details();
    row.at = audited.at();
    entities.persist(row);
  }

  /** The client's own company's events after a cursor, oldest first. */
  @Transactional
  public List<TenantEvent> after(CaClient client, long seq, int most) {
    EventsRefused.require(client, Scope.READ);
    return read(client.tenant(), seq, most);
  }

  List<TenantEvent> read(String tenant, long seq, int most) {
    return entities
        .createQuery(
            "select e from EventRow e where e.tenant = :tenant and e.seq > :seq order by e.seq",
            EventRow.class)
        .setParameter("tenant", tenant)
        .setParameter("seq", seq)
        .setMaxResults(Math.min(most, PAGE))
        .getResultStream()
        .map(EventRow::toEvent)
        .toList();
  }

  long newest(String tenant) {
    Long newest =
        entities
            .createQuery("select max(e.seq) from EventRow e where e.tenant = :tenant", Long.class)
            .setParameter("tenant", tenant)
            .getSingleResult();
    return newest == null ? 0 : newest;
  }
}
