package cn.trustregistry.pricing;

import static java.util.stream.Collectors.groupingBy;

import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publishes tariffs as versions and finds the one in force. */
@ApplicationScoped
public class Tariffs {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;

  @Transactional
  public Tariff publish(
      String tenant, List<TariffItem> items, Instant validFrom, String actor, Instant at) {
    int version = history(tenant).stream().mapToInt(Tariff::version).max().orElse(0) + 1;
    items.forEach(item -> entities.persist(new TariffRow(tenant, version, item, validFrom, at)));
    audit.append(
        actor, tenant, "TARIFF_PUBLISHED", Integer.toString(version), items.size() + " items", at);
    return new Tariff(tenant, version, validFrom, items);
  }

  /** Every version a company ever published, oldest first. */
  @Transactional
  public List<Tariff> history(String tenant) {
    return entities
        .createQuery(
            "select t from TariffRow t where t.key.tenant = :tenant order by t.key.version, t.key.item",
            TariffRow.class)
        .setParameter("tenant", tenant)
        .getResultStream()
        .collect(groupingBy(row -> row.key.version()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> tariff(tenant, e.getKey(), e.getValue()))
        .toList();
  }

  /** The newest version whose time has come; empty if there is none. */
  @Transactional
  public Optional<Tariff> inForce(String tenant, Instant at) {
    return history(tenant).stream()
        .filter(tariff -> !tariff.validFrom().isAfter(at))
        .reduce((older, newer) -> newer);
  }

  private static Tariff tariff(String tenant, int version, List<TariffRow> rows) {
    return new Tariff(
        tenant, version, rows.get(0).validFrom, rows.stream().map(TariffRow::toItem).toList());
  }
}
