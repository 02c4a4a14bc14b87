package cn.trustregistry.idempotency;

import cn.trustregistry.access.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers requests by their idempotency key (draft-ietf-httpapi-idempotency-key-header).
 *
 * <p>Should the server die between doing a request and keeping its answer, the request is done
 * again when it is repeated: every door answers a repetition the same or names what exists already.
 */
@ApplicationScoped
public class RepeatedRequests {
  static final Duration KEPT = Duration.ofHours(24);

  /** This run of the server; what another run began, it no longer works on. */
  private final String owner = UUID.randomUUID().toString();

  private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

  @PersistenceContext EntityManager entities;
  @Inject SecretBox box;

  /**
   * @param fingerprint over everything that makes it the same request
   */
  @Transactional
  public Begun begin(String tenant, String key, String fingerprint, Instant at) {
    int inserted =
        entities
            .createNativeQuery(
                "INSERT IGNORE INTO idempotency"
                    + " (tenant, idempotency_key, fingerprint, owner, begun_at)"
                    + " VALUES (?, ?, ?, ?, ?)")
            .setParameter(1, tenant)
            .setParameter(2, key)
            .setParameter(3, fingerprint)
            .setParameter(4, owner)
            .setParameter(5, at)
            .executeUpdate();
    return inserted == 1 ? new Begun.New() : again(tenant, key, fingerprint, at);
  }

  private Begun again(String tenant, String key, String fingerprint, Instant at) {
    IdempotencyRow row =
        entities.find(
            IdempotencyRow.class,
            new IdempotencyRow.Key(tenant, key),
            LockModeType.PESSIMISTIC_WRITE);
    boolean old = row.begunAt.plus(KEPT).isBefore(at);
    if (!old && !row.fingerprint.equals(fingerprint)) {
      return new Begun.Different();
    }
    byte[] sealed = row.sealedAnswer;
    if (!old && sealed != null) {
      Optional<byte[]> answer = box.open(sealed, name(tenant, key));
      if (answer.isPresent()) {
        return new Begun.Answered(KeptAnswer.read(answer.get()));
      }
    }
    if (!old && sealed == null && isRunning(row, at)) {
      return new Begun.Running();
    }
    row.fingerprint = fingerprint;
    row.owner = owner;
    row.begunAt = at;
    row.status = null;
    row.sealedAnswer = null;
    return new Begun.New();
  }

  private boolean isRunning(IdempotencyRow row, Instant at) {
    return row.owner.equals(owner) && row.begunAt.plus(LONGEST_RUN).isAfter(at);
  }

  /** Keeps the answer, before it leaves. */
  @Transactional
  public void finish(String tenant, String key, KeptAnswer answer) {
    IdempotencyRow row =
        entities.find(
            IdempotencyRow.class,
            new IdempotencyRow.Key(tenant, key),
            LockModeType.PESSIMISTIC_WRITE);
    row.status = answer.status();
    row.sealedAnswer = box.seal(answer.write(), name(tenant, key));
  }

  /** Forgets a request that failed for a reason that is ours, so that it can be tried again. */
  @Transactional
  public void abandon(String tenant, String key) {
    entities
        .createQuery("delete from IdempotencyRow r where r.key = :key")
        .setParameter("key", new IdempotencyRow.Key(tenant, key))
        .executeUpdate();
  }

  /** Forgets what is older than 24 hours. */
  @Transactional
  public void sweep(Instant at) {
    entities
        .createQuery("delete from IdempotencyRow r where r.begunAt < :before")
        .setParameter("before", at.minus(KEPT))
        .executeUpdate();
  }

  private static String name(String tenant, String key) {
    return "idempotency " + tenant + " " + key;
  }
}
