package cn.trustregistry.access;

import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clients of an owner as people see and end them. */
@ApplicationScoped
public class Clients {
  /**
   * A client and what it proves itself with.
   *
   * @param owner code of its company or centre
   * @param scopes what it may do, between commas
   * @param revokedAt it does not count from then on; null if it counts
   */
  public record Client(
      String clientId,
      String owner,
      String scopes,
      Instant createdAt,
      @Nullable Instant revokedAt,
      List<Proof> proofs) {
    /** The proofs that count at a moment. */
    public List<Proof> live(Instant at) {
      return proofs.stream().filter(proof -> proof.countsAt(at)).toList();
    }
  }

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject KnownClients clients;
  @Inject Proofs proofs;
  @Inject Event<KnownClient> changed;

  /** The clients of a company, oldest first. */
  public List<Client> ofCompany(String company) {
    return of(Credential.CA_COMPANY, company);
  }

  /** The clients of a centre, oldest first. */
  public List<Client> ofCentre(String centre) {
    return of(Credential.CENTRE, centre);
  }

  private List<Client> of(String kind, String owner) {
    return clients
        .all()
        .filter(c -> c.credential().ownerKind.equals(kind) && c.credential().owner.equals(owner))
        .map(Clients::client)
        .sorted(Comparator.comparing(Client::createdAt).thenComparing(Client::clientId))
        .toList();
  }

  public Optional<Client> find(String clientId) {
    return clients.find(clientId).map(Clients::client);
  }

  private static Client client(KnownClient known) {
    Credential credential = known.credential();
    return new Client(
        credential.clientId,
        credential.owner,
        credential.scopes,
        credential.createdAt,
        credential.revokedAt,
        known.proofs());
  }

  /** A second secret beside the one in use, made by a person for the client. */
  @Transactional
  public IssuedSecret rotate(String clientId, String actor, Instant at) {
    Proofs.NewSecret secret = proofs.addSecret(clientId, null, at);
    note(actor, "SECRET_MADE_FOR_CLIENT", clientId, secret.proof().id(), at);
    return secret.issued();
  }

  /** Ends one proof of the client; the last one stays. */
  @Transactional
  public void endProof(String clientId, String proof, String actor, Instant at) {
    proofs.end(clientId, proof, at);
    note(actor, "PROOF_ENDED_FOR_CLIENT", clientId, proof, at);
  }

  private void note(String actor, String action, String clientId, String proof, Instant at) {
    String owner = find(clientId).map(Client::owner).orElse(null);
    audit.append(actor, owner, action, clientId, proof, at);
  }

  /** Ends a client for good. */
  @Transactional
  public void revoke(String clientId, String actor, Instant at) {
    Credential credential =
        entities.find(Credential.class, clientId, LockModeType.PESSIMISTIC_WRITE);
    if (credential == null || credential.revokedAt != null) {
      return;
    }
    credential.revokedAt = at;
    entities.flush();
    audit.append(actor, credential.owner, "CREDENTIAL_REVOKED", clientId, "", at);
    List<Proof> proofs = clients.find(clientId).map(KnownClient::proofs).orElse(List.of());
    changed.fire(new KnownClient(credential, proofs));
  }
}
