package cn.trustregistry.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All clients in memory; a committed change is in here before its answer leaves. */
@ApplicationScoped
class KnownClients {
  @PersistenceContext EntityManager entities;

  private final Map<String, KnownClient> known = new ConcurrentHashMap<>();

  @Transactional
  public void load() {
    Map<String, List<Proof>> proofs =
        entities
            .createQuery("select p from ProofRow p order by p.createdAt", ProofRow.class)
            .getResultStream()
            .collect(groupingBy(row -> row.clientId, mapping(ProofRow::toProof, toList())));
    entities
        .createQuery("select c from Credential c", Credential.class)
        .getResultStream()
        .map(c -> new KnownClient(c, proofs.getOrDefault(c.clientId, List.of())))
        .forEach(this::remember);
  }

  public Optional<KnownClient> find(String clientId) {
    return Optional.ofNullable(known.get(clientId));
  }

  public Stream<KnownClient> all() {
    return known.values().stream();
  }

  void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) KnownClient client) {
    known.put(client.credential().clientId, client);
  }
}
