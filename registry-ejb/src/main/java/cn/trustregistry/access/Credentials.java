package cn.trustregistry.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.access.Proof.Kind;
import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Issues client credentials and says who is calling.
 *
 * <p>Secrets are 256 random bits, so their SHA-256 is enough to store: there is nothing to guess
 * that a slow hash would protect (docs/adr/0005).
 */
@ApplicationScoped
public class Credentials {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject KnownClients clients;
  @Inject Event<KnownClient> changed;

  /** Reads all credentials; to be called once before the first {@link #authenticate}. */
  public void load() {
    clients.load();
  }

  @Transactional
  public IssuedSecret issueToCaCompany(
      String tenant, String clientId, Set<Scope> scopes, String actor, Instant at) {
    return issue(Credential.CA_COMPANY, tenant, clientId, scopes, actor, at);
  }

  @Transactional
  public IssuedSecret issueToCentre(String centre, String clientId, String actor, Instant at) {
    return issue(Credential.CENTRE, centre, clientId, Set.of(), actor, at);
  }

  /** The client ids of all trading centres' systems. */
  public Set<String> systems() {
    return clients
        .all()
        .map(KnownClient::credential)
        .filter(credential -> credential.ownerKind.equals(Credential.CENTRE))
        .map(credential -> credential.clientId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The caller one of whose unexpired secrets this is; empty for anything else. */
  public Optional<Caller> authenticate(String clientId, String secret, Instant at) {
    byte[] given = Sha256.hex(secret).getBytes(UTF_8);
    Optional<KnownClient> client = clients.find(clientId);
    boolean matches = false;
    for (Proof proof : client.map(c -> c.live(Kind.SECRET, at)).orElse(List.of())) {
      matches |= MessageDigest.isEqual(proof.value().getBytes(UTF_8), given);
    }
    return matches ? client(clientId, at) : Optional.empty();
  }

  /**
   * The caller that registered this certificate for its TLS connections.
   *
   * @param sha256 fingerprint over its DER encoding
   */
  public Optional<Caller> authenticateCertificate(String sha256, Instant at) {
    return clients
        .ofCertificate(sha256, at)
        .map(KnownClient::credential)
        .filter(credential -> credential.usableAt(at))
        .map(Credential::caller);
  }

  /** The client of that name as it stands now, not proved in any way; empty if it was revoked. */
  public Optional<Caller> client(String clientId, Instant at) {
    return clients
        .find(clientId)
        .map(KnownClient::credential)
        .filter(credential -> credential.usableAt(at))
        .map(Credential::caller);
  }

  /** The public keys (JWK) with which a client may sign its assertions now. */
  public List<String> assertionKeys(String clientId, Instant at) {
    return clients.find(clientId).map(c -> c.live(Kind.PUBLIC_KEY, at)).orElse(List.of()).stream()
        .map(Proof::value)
        .toList();
  }

  private IssuedSecret issue(
      String ownerKind,
      String owner,
      String clientId,
      Set<Scope> scopes,
      String actor,
      Instant at) {
    Credential credential = new Credential();
    credential.clientId = clientId;
    credential.ownerKind = ownerKind;
    credential.owner = owner;
    credential.scopes =
        new TreeSet<>(scopes).stream().map(Scope::name).collect(Collectors.joining(","));
    credential.createdAt = at;
    entities.persist(credential);

    IssuedSecret issued = IssuedSecret.random(clientId);
    Proof proof = Proofs.of(Kind.SECRET, Sha256.hex(issued.secret()), at, null);
    entities.persist(new ProofRow(proof, clientId));
    entities.flush();
    audit.append(actor, owner, "CREDENTIAL_ISSUED", clientId, credential.scopes, at);
    changed.fire(new KnownClient(credential, List.of(proof)));
    return issued;
  }
}
