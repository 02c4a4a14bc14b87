package cn.trustregistry.access;

import cn.trustregistry.access.Proof.Kind;
import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replaces what a client proves itself with: add the new, change over, end the old. */
@ApplicationScoped
public class Proofs {
  /** A proof was not added or ended; nothing changed. */
  public static final class ProofRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProofRefused(String detail) {
      super(detail);
    }
  }

  /** A new secret with its entry. */
  public record NewSecret(Proof proof, IssuedSecret issued) {}

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject Event<KnownClient> changed;
  @Inject PasswordDigests digests;

  /** All proofs a client ever had, oldest first. */
  @Transactional
  public List<Proof> of(String clientId) {
    return rows(clientId).stream().map(ProofRow::toProof).toList();
  }

  @Transactional
  public NewSecret addSecret(String clientId, @Nullable Instant expiresAt, Instant at) {
    IssuedSecret issued = IssuedSecret.random(clientId);
    return new NewSecret(
        add(clientId, of(Kind.SECRET, Sha256.hex(issued.secret()), at, expiresAt), at), issued);
  }

  /** A secret for password digests, which its client has to ask for (docs/adr/0040). */
  @Transactional
  public NewSecret addDigestSecret(String clientId, @Nullable Instant expiresAt, Instant at) {
    IssuedSecret issued = IssuedSecret.random(clientId);
    String sealed = digests.seal(issued);
    return new NewSecret(add(clientId, of(Kind.DIGEST_SECRET, sealed, at, expiresAt), at), issued);
  }

  /**
   * @param jwk a public key that was checked to be one
   */
  @Transactional
  public Proof addPublicKey(String clientId, String jwk, @Nullable Instant expiresAt, Instant at) {
    return add(clientId, of(Kind.PUBLIC_KEY, jwk, at, expiresAt), at);
  }

  /**
   * @param sha256 fingerprint of the certificate of the client's TLS connections
   */
  @Transactional
  public Proof addCertificate(
      String clientId, String sha256, @Nullable Instant expiresAt, Instant at) {
    boolean taken =
        !entities
            .createQuery(
                "select p.id from ProofRow p where p.kind = :kind and p.value = :value"
                    + " and p.clientId <> :client"
                    + " and (p.expiresAt is null or p.expiresAt > :at)",
                String.class)
            .setParameter("kind", Kind.CERTIFICATE.name())
            .setParameter("value", sha256)
            .setParameter("client", clientId)
            .setParameter("at", at)
            .getResultList()
            .isEmpty();
    if (taken) {
      throw new ProofRefused("This certificate stands for another client.");
    }
    return add(clientId, of(Kind.CERTIFICATE, sha256, at, expiresAt), at);
  }

  /** Ends a proof of this client at once; the last one that counts stays. */
  @Transactional
  public void end(String clientId, String id, Instant at) {
    Credential credential = locked(clientId);
    List<ProofRow> rows = rows(clientId);
    ProofRow ended =
        rows.stream()
            .filter(row -> row.id.equals(id) && row.toProof().countsAt(at))
            .findFirst()
            .orElseThrow(() -> new ProofRefused("No live proof of this client is " + id + "."));
    if (rows.stream().noneMatch(row -> row != ended && row.toProof().countsAt(at))) {
      throw new ProofRefused("It is the last one this client has; add its successor first.");
    }
    ended.expiresAt = at;
    audit.append(clientId, credential.owner, "CLIENT_PROOF_ENDED", id, ended.kind, at);
    announce(credential, rows);
  }

  static Proof of(Kind kind, String value, Instant at, @Nullable Instant expiresAt) {
    return new Proof(UUID.randomUUID().toString(), kind, value, at, expiresAt);
  }

  private Proof add(String clientId, Proof proof, Instant at) {
    Instant end = proof.expiresAt();
    if (end != null && !end.isAfter(at)) {
      throw new ProofRefused("It would have expired before it was added.");
    }
    Credential credential = locked(clientId);
    List<ProofRow> rows = rows(clientId);
    long live =
        rows.stream()
            .map(ProofRow::toProof)
            .filter(p -> p.kind() == proof.kind() && p.countsAt(at))
            .count();
    if (live >= Proof.LIVE_OF_A_KIND) {
      throw new ProofRefused(
          "Two of kind " + proof.kind() + " count already; end one of them first.");
    }
    ProofRow row = new ProofRow(proof, clientId);
    entities.persist(row);
    rows.add(row);
    audit.append(
        clientId, credential.owner, "CLIENT_PROOF_ADDED", proof.id(), proof.kind().name(), at);
    announce(credential, rows);
    return proof;
  }

  private void announce(Credential credential, List<ProofRow> rows) {
    entities.flush();
    changed.fire(new KnownClient(credential, rows.stream().map(ProofRow::toProof).toList()));
  }

  private Credential locked(String clientId) {
    return entities.find(Credential.class, clientId, LockModeType.PESSIMISTIC_WRITE);
  }

  private List<ProofRow> rows(String clientId) {
    return new ArrayList<>(
        entities
            .createQuery(
                "select p from ProofRow p where p.clientId = :client order by p.createdAt, p.id",
                ProofRow.class)
            .setParameter("client", clientId)
            .getResultList());
  }
}
