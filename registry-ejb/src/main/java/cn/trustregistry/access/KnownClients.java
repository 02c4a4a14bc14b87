package cn.trustregistry.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.trustregistry.access.Proof.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All clients in memory; a committed change is in here before its answer leaves. */
@ApplicationScoped
class KnownClients {
  @PersistenceContext EntityManager entities;

  private final Map<String, KnownClient> known = new ConcurrentHashMap<>();

  /** Who ever registered a certificate, by its SHA-256; whether it still counts, its proof says. */
  private final Map<String, Set<String>> byCertificate = new ConcurrentHashMap<>();

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

  /** The client for which this certificate counts at that moment. */
  public Optional<KnownClient> ofCertificate(String sha256, Instant at) {
    return byCertificate.getOrDefault(sha256, Set.of()).stream()
        .map(known::get)
        .filter(client -> client.live(Kind.CERTIFICATE, at).stream().anyMatch(isOf(sha256)))
        .findFirst();
  }

  private static Predicate<Proof> isOf(String sha256) {
    return proof -> proof.value().equals(sha256);
  }

  void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) KnownClient client) {
    String clientId = client.credential().clientId;
    known.put(clientId, client);
    for (Proof proof : client.proofs()) {
      if (proof.kind() == Kind.CERTIFICATE) {
        byCertificate
            .computeIfAbsent(proof.value(), sha256 -> ConcurrentHashMap.newKeySet())
            .add(clientId);
      }
    }
  }
}
