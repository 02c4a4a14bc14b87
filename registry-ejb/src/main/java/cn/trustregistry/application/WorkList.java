package cn.trustregistry.application;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What waits for the people of a company; its own and nobody else's. */
@ApplicationScoped
public class WorkList {
  private static final int MOST_CANDIDATES = 50;

  @PersistenceContext EntityManager entities;
  @Inject ApplicationStore store;
  @Inject TrustState trust;

  /** How many lie on each pile. */
  @Transactional
  public Map<Pile, Long> counts(CaClient client) {
    CompanyDesk.requireScope(client);
    Map<Pile, Long> counts = new EnumMap<>(Pile.class);
    for (Pile pile : Pile.values()) {
      counts.put(pile, 0L);
    }
    entities
        .createQuery(
            "select a.state, count(a) from ApplicationRow a where a.tenant = :tenant"
                + " and a.state <> 'DRAFT' group by a.state",
            Object[].class)
        .setParameter("tenant", client.tenant())
        .getResultStream()
        .forEach(
            row ->
                counts.merge(
                    Pile.of(ApplicationState.valueOf((String) row[0])), (Long) row[1], Long::sum));
    return counts;
  }

  /**
   * A part of a pile: what has waited longest comes first, of what is done the newest.
   *
   * @param skip how many of the pile come before it
   */
  @Transactional
  public List<Application> on(CaClient client, Pile pile, int skip, int most) {
    CompanyDesk.requireScope(client);
    return entities
        .createQuery(
            "select a from ApplicationRow a where a.tenant = :tenant and a.state in :states"
                + " order by a.lastStep"
                + (pile == Pile.DONE ? " desc" : ""),
            ApplicationRow.class)
        .setParameter("tenant", client.tenant())
        .setParameter("states", pile.states().stream().map(ApplicationState::name).toList())
        .setFirstResult(skip)
        .setMaxResults(most)
        .getResultStream()
        .map(store::whole)
        .toList();
  }

  /** Published certificates that could be handed over for an application, newest first. */
  public List<DirectoryEntry> candidates(CaClient client, Application application, Instant at) {
    CompanyDesk.requireScope(client);
    List<DirectoryEntry> found = new ArrayList<>();
    trust
        .required()
        .directory()
        .each(
            entry -> {
              if (fits(entry, client.tenant(), application, at)) {
                found.add(entry);
              }
            });
    found.sort(Comparator.comparing(DirectoryEntry::publishedAt).reversed());
    return List.copyOf(found.subList(0, Math.min(found.size(), MOST_CANDIDATES)));
  }

  private static boolean fits(
      DirectoryEntry entry, String tenant, Application application, Instant at) {
    return entry.tenant().equals(tenant)
        && application.tenant().equals(tenant)
        && application.form().uscc().equals(entry.uscc())
        && entry.medium() == application.medium()
        && entry.role() != CertificateRole.ENCRYPTION
        && application.holderKinds().contains(entry.holderKind())
        && !entry.publishedAt().isAfter(at);
  }
}
