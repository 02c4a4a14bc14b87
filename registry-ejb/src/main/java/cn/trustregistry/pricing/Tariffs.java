package cn.trustregistry.pricing;

import static java.util.stream.Collectors.groupingBy;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.pricing.TariffRefused.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Publishes tariffs as versions and finds the one in force. */
@ApplicationScoped
public class Tariffs {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;

  /**
   * Publishes a company's own prices.
   *
   * @param latest the version the client believes to be the newest, or null if it does not care
   * @throws TariffRefused saying why not
   */
  @Transactional
  public Tariff publish(CaClient client, TariffOffer offer, @Nullable Integer latest, Instant at) {
    requireScope(client);
    offer.judge(at);
    lock(client.tenant());
    int newest = newestVersion(client.tenant());
    if (latest != null && latest != newest) {
      throw new TariffRefused(Kind.TARIFF_OUTDATED, "The newest version is " + newest + ".");
    }
    return publish(client.tenant(), offer.items(), offer.validFrom(), client.clientId(), at);
  }

  /**
   * What an offer would change in the prices of the moment from which it is valid; stores nothing.
   *
   * @throws TariffRefused if it could not be published
   */
  @Transactional
  public List<TariffChange> preview(CaClient client, TariffOffer offer, Instant at) {
    requireScope(client);
    offer.judge(at);
    return TariffChange.between(
        inForce(client.tenant(), offer.validFrom()).map(Tariff::items).orElse(List.of()),
        offer.items());
  }

  @Transactional
  public Tariff publish(
      String tenant, List<TariffItem> items, Instant validFrom, String actor, Instant at) {
    int version = newestVersion(tenant) + 1;
    items.forEach(
        item -> entities.persist(new TariffRow(tenant, version, item, validFrom, actor, at)));
    audit.append(
        actor, tenant, "TARIFF_PUBLISHED", Integer.toString(version), items.size() + " items", at);
    return new Tariff(tenant, version, validFrom, at, items);
  }

  /** Every version a company ever published, oldest first. */
  @Transactional
  public List<Tariff> history(String tenant) {
    return versions(
        tenant,
        entities
            .createQuery(
                "select t from TariffRow t where t.key.tenant = :tenant"
                    + " order by t.key.version, t.key.item",
                TariffRow.class)
            .setParameter("tenant", tenant)
            .getResultList());
  }

  private static List<Tariff> versions(String tenant, List<TariffRow> rows) {
    return rows.stream().collect(groupingBy(row -> row.key.version())).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> tariff(tenant, e.getKey(), e.getValue()))
        .toList();
  }

  /**
   * The version in force: of those whose time has come the one valid from the latest moment, and of
   * several from the same moment the newest. Empty if there is none.
   */
  @Transactional
  public Optional<Tariff> inForce(String tenant, Instant at) {
    return newest(
        history(tenant).stream().filter(tariff -> !tariff.validFrom().isAfter(at)).toList());
  }

  private static Optional<Tariff> newest(List<Tariff> begun) {
    return begun.stream()
        .max(Comparator.comparing(Tariff::validFrom).thenComparing(Tariff::version));
  }

  /** The versions in force of all companies, by code; one read for all of them. */
  @Transactional
  public List<Tariff> allInForce(Instant at) {
    return entities
        .createQuery(
            "select t from TariffRow t where t.validFrom <= :at"
                + " order by t.key.tenant, t.key.version, t.key.item",
            TariffRow.class)
        .setParameter("at", at)
        .getResultStream()
        .collect(groupingBy(row -> row.key.tenant()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(e -> newest(versions(e.getKey(), e.getValue())).stream())
        .toList();
  }

  private static void requireScope(CaClient client) {
    if (!client.may(Scope.PRICES)) {
      throw new TariffRefused(Kind.NOT_PERMITTED, "This client lacks the scope PRICES.");
    }
  }

  /** One publication of a company at a time: versions follow each other. */
  private void lock(String tenant) {
    entities
        .createNativeQuery("SELECT code FROM ca_company WHERE code = ? FOR UPDATE")
        .setParameter(1, tenant)
        .getSingleResult();
  }

  private int newestVersion(String tenant) {
    Integer newest =
        entities
            .createQuery(
                "select max(t.key.version) from TariffRow t where t.key.tenant = :tenant",
                Integer.class)
            .setParameter("tenant", tenant)
            .getSingleResult();
    return newest == null ? 0 : newest;
  }

  private static Tariff tariff(String tenant, int version, List<TariffRow> rows) {
    TariffRow first = rows.get(0);
    return new Tariff(
        tenant,
        version,
        first.validFrom,
        first.publishedAt,
        rows.stream().map(TariffRow::toItem).toList());
  }
}
