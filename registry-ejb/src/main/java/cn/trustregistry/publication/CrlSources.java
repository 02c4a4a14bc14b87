package cn.trustregistry.publication;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.outbound.AllowedHosts;
import cn.trustregistry.outbound.OutboundRefused;
import cn.trustregistry.publication.PublicationRefused.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The distribution points that companies registered. */
@ApplicationScoped
public class CrlSources {
  private static final int MOST = 20;

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject AllowedHosts hosts;

  /**
   * From now on the CRL there is pulled.
   *
   * @param minutes between two pulls, 5 minutes to a week
   */
  @Transactional
  public CrlSource register(CaClient client, String url, int minutes, Instant at) {
    Permission.require(client, Scope.REVOKE);
    try {
      hosts.require(client.tenant(), url);
    } catch (OutboundRefused refused) {
      throw new PublicationRefused(
          Kind.URL_NOT_ALLOWED, "url", String.valueOf(refused.getMessage()));
    }
    if (all(client.tenant()).size() >= MOST) {
      throw new PublicationRefused(Kind.TOO_MANY_SOURCES, null, "There are " + MOST + " already.");
    }
    CrlSourceRow row = new CrlSourceRow();
    row.id = UUID.randomUUID().toString();
    row.tenant = client.tenant();
    row.url = url;
    row.minutes = minutes;
    row.registeredBy = client.clientId();
    row.createdAt = at;
    row.dueAt = at;
    row.lastResult = "";
    entities.persist(row);
    audit.append(client.clientId(), client.tenant(), "CRL_SOURCE_REGISTERED", row.id, url, at);
    return row.toSource();
  }

  @Transactional
  public List<CrlSource> of(CaClient client) {
    Permission.require(client, Scope.READ);
    return all(client.tenant());
  }

  /** Ends one of the client's own company's; false if it has no such one. */
  @Transactional
  public boolean end(CaClient client, String id, Instant at) {
    Permission.require(client, Scope.REVOKE);
    CrlSourceRow row = entities.find(CrlSourceRow.class, id);
    if (row == null || !row.tenant.equals(client.tenant())) {
      return false;
    }
    entities.remove(row);
    audit.append(client.clientId(), client.tenant(), "CRL_SOURCE_ENDED", id, row.url, at);
    return true;
  }

  /** Takes on all whose time has come; each is due again after its own pause. */
  @Transactional
  public List<CrlSource> due(Instant at) {
    return entities
        .createQuery("select s from CrlSourceRow s where s.dueAt <= :at", CrlSourceRow.class)
        .setParameter("at", at)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .map(
            row -> {
              row.dueAt = at.plus(Duration.ofMinutes(row.minutes));
              return row.toSource();
            })
        .toList();
  }

  /** Remembers what came of a pull; the first failure in a row is audited, and so told. */
  @Transactional
  public void pulled(CrlSource source, String result, boolean failed, Instant at) {
    CrlSourceRow row = entities.find(CrlSourceRow.class, source.id());
    if (row == null) {
      return;
    }
    if (failed && !row.lastResult.equals(result)) {
      audit.append("registry", row.tenant, "CRL_PULL_FAILED", row.id, row.url + ": " + result, at);
    }
    row.pulledAt = at;
    row.lastResult = result.length() > 500 ? result.substring(0, 500) : result;
  }

  private List<CrlSource> all(String tenant) {
    return entities
        .createQuery(
            "select s from CrlSourceRow s where s.tenant = :tenant order by s.createdAt, s.id",
            CrlSourceRow.class)
        .setParameter("tenant", tenant)
        .getResultStream()
        .map(CrlSourceRow::toSource)
        .toList();
  }
}
