package cn.trustregistry.events;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.access.SecretBox;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.events.EventsRefused.Kind;
import cn.trustregistry.outbound.AllowedHosts;
import cn.trustregistry.outbound.OutboundRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Registers addresses for a tenant's events. */
@ApplicationScoped
public class Webhooks {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MOST = 5;

  /** A new webhook and the key of its signatures; the only moment it is shown. */
  public record Registered(Webhook webhook, String secret) {
    @Override
    public String toString() {
      return "Registered[" + webhook.id() + "]";
    }
  }

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject AllowedHosts hosts;
  @Inject SecretBox box;
  @Inject Events events;

  /** From now on events are delivered there; earlier ones are not. */
  @Transactional
  public Registered register(CaClient client, String url, Instant at) {
    EventsRefused.require(client, Scope.PUBLISH);
    try {
      hosts.require(client.tenant(), url);
    } catch (OutboundRefused refused) {
      throw new EventsRefused(Kind.URL_NOT_ALLOWED, String.valueOf(refused.getMessage()));
    }
    if (all(client.tenant()).size() >= MOST) {
      throw new EventsRefused(Kind.TOO_MANY_WEBHOOKS, "There are " + MOST + " already.");
    }
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    WebhookRow row = new WebhookRow();
    row.id = UUID.randomUUID().toString();
    row.tenant = client.tenant();
    row.url = url;
    row.sealedSecret = box.seal(secret, name(row.id));
    row.createdAt = at;
    row.deliveredSeq = events.newest(client.tenant());
    row.dueAt = at;
    row.lastResult = "";
    entities.persist(row);
    audit.append(client.clientId(), client.tenant(), "WEBHOOK_REGISTERED", row.id, url, at);
    return new Registered(row.toWebhook(), Base64.getEncoder().encodeToString(secret));
  }

  @Transactional
  public List<Webhook> of(CaClient client) {
    EventsRefused.require(client, Scope.READ);
    return all(client.tenant());
  }

  /** Ends one of the client's own company's; false if it has no such one. */
  @Transactional
  public boolean end(CaClient client, String id, Instant at) {
    EventsRefused.require(client, Scope.PUBLISH);
    WebhookRow row = entities.find(WebhookRow.class, id);
    if (row == null || !row.tenant.equals(client.tenant())) {
      return false;
    }
    entities.remove(row);
    audit.append(client.clientId(), client.tenant(), "WEBHOOK_ENDED", id, row.url, at);
    return true;
  }

  /** Takes on all whose time has come; until {@code leaseEnd} nobody else delivers to them. */
  @Transactional
  public List<Webhook> due(Instant at, Instant leaseEnd) {
    return entities
        .createQuery(
            "select w from WebhookRow w where w.dueAt <= :at and w.deliveredSeq <"
                + " (select max(e.seq) from EventRow e where e.tenant = w.tenant)",
            WebhookRow.class)
        .setParameter("at", at)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .map(
            row -> {
              row.dueAt = leaseEnd;
              return row.toWebhook();
            })
        .toList();
  }

  /** Remembers how far delivery came and when it goes on. */
  @Transactional
  public void delivered(String id, long seq, int failures, Instant dueAt, String result) {
    WebhookRow row = entities.find(WebhookRow.class, id);
    if (row != null) {
      row.deliveredSeq = Math.max(row.deliveredSeq, seq);
      row.failures = failures;
      row.dueAt = dueAt;
      row.lastResult = result;
    }
  }

  /** The key of its signatures; empty if it was sealed by a data directory that is lost. */
  @Transactional
  public Optional<byte[]> secret(String id) {
    return Optional.ofNullable(entities.find(WebhookRow.class, id))
        .flatMap(row -> box.open(row.sealedSecret, name(id)));
  }

  @Transactional
  public List<TenantEvent> waiting(Webhook webhook, int most) {
    return events.read(webhook.tenant(), webhook.deliveredSeq(), most);
  }

  private List<Webhook> all(String tenant) {
    return entities
        .createQuery(
            "select w from WebhookRow w where w.tenant = :tenant order by w.createdAt",
            WebhookRow.class)
        .setParameter("tenant", tenant)
        .getResultStream()
        .map(WebhookRow::toWebhook)
        .toList();
  }

  private static String name(String id) {
    return "webhook " + id;
  }
}
