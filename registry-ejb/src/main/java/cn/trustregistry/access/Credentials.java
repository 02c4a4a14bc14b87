package cn.trustregistry.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Issues and checks client credentials.
 *
 * <p>Secrets are 256 random bits, so their SHA-256 is enough to store: there is nothing to guess
 * that a slow hash would protect (docs/adr/0005).
 */
@ApplicationScoped
public class Credentials {
  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject Event<Credential> issued;

  private final Map<String, Credential> known = new ConcurrentHashMap<>();

  /** Reads all credentials; to be called once before the first {@link #authenticate}. */
  @Transactional
  public void load() {
    entities
        .createQuery("select c from Credential c", Credential.class)
        .getResultStream()
        .forEach(credential -> known.put(credential.clientId, credential));
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

  @Transactional
  public IssuedSecret issueToAdministrator(String name, String actor, Instant at) {
    return issue(Credential.ADMINISTRATOR, name, name, Set.of(), actor, at);
  }

  /** The caller whose unexpired, unrevoked secret this is; empty for anything else. */
  public Optional<Caller> authenticate(String clientId, String secret, Instant at) {
    Credential credential = known.get(clientId);
    byte[] expected = (credential == null ? "" : credential.secretSha256).getBytes(UTF_8);
    boolean matches = MessageDigest.isEqual(expected, sha256(secret).getBytes(UTF_8));
    return credential != null && matches && credential.usableAt(at)
        ? Optional.of(credential.caller())
        : Optional.empty();
  }

  private IssuedSecret issue(
      String ownerKind,
      String owner,
      String clientId,
      Set<Scope> scopes,
      String actor,
      Instant at) {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);

    Credential credential = new Credential();
    credential.clientId = clientId;
    credential.ownerKind = ownerKind;
    credential.owner = owner;
    credential.secretSha256 = sha256(secret);
    credential.scopes =
        new TreeSet<>(scopes).stream().map(Scope::name).collect(Collectors.joining(","));
    credential.createdAt = at;
    entities.persist(credential);
    entities.flush();
    audit.append(actor, owner, "CREDENTIAL_ISSUED", clientId, credential.scopes, at);
    issued.fire(credential);
    return new IssuedSecret(clientId, secret);
  }

  void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) Credential credential) {
    known.put(credential.clientId, credential);
  }

  private static String sha256(String secret) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
