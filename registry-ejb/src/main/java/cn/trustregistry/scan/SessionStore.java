package cn.trustregistry.scan;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.access.Sha256;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.scan.SigningRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions. Whoever changes one holds its row locked, and sees it as the one before left it.
 */
@ApplicationScoped
class SessionStore {
  private static final int AT_ONCE = 200;

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;

  @Transactional(Transactional.TxType.MANDATORY)
  public void add(SessionRow row) {
    entities.persist(row);
  }

  /** How many sessions of a centre go on. */
  @Transactional
  public long living(String centre, Instant at) {
    return entities
        .createQuery(
            "select count(s) from SessionRow s where s.centre = :centre"
                + " and s.state in ('OPEN', 'CLAIMED') and s.expiresAt > :at",
            Long.class)
        .setParameter("centre", centre)
        .setParameter("at", at)
        .getSingleResult();
  }

  @Transactional
  public Optional<SigningSession> read(String id, Instant at) {
    return Optional.ofNullable(entities.find(SessionRow.class, id)).map(row -> row.at(at));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public SessionRow lockByToken(String token) {
    return entities
        .createQuery("select s from SessionRow s where s.tokenSha256 = :token", SessionRow.class)
        .setParameter("token", Sha256.hex(token))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseThrow(
            () -> new SigningRefused(Reason.TOKEN_UNKNOWN, "token", "No session has this token."));
  }

  /** One of the centre's own. */
  @Transactional(Transactional.TxType.MANDATORY)
  public SessionRow lock(CentreClient client, String id) {
    SessionRow row = lock(id);
    requireOwn(client, row.centre);
    return row;
  }

  static void requireOwn(CentreClient client, String centre) {
    if (!client.centre().equals(centre)) {
      throw new SigningRefused(
          Reason.SESSION_OF_ANOTHER_CENTRE, "id", "Another centre opened this session.");
    }
  }

  /** One that the company has claimed. */
  @Transactional(Transactional.TxType.MANDATORY)
  public SessionRow lock(CaClient client, String id) {
    SessionRow row = lock(id);
    requireClaimer(client, row.claimedBy);
    return row;
  }

  static void requireClaimer(CaClient client, @Nullable String claimedBy) {
    if (claimedBy == null) {
      throw new SigningRefused(Reason.NOT_CLAIMED, "id", "Nobody has claimed this session.");
    }
    if (!client.tenant().equals(claimedBy)) {
      throw new SigningRefused(
          Reason.SESSION_OF_ANOTHER_CLAIMER, "id", "Another company has claimed this session.");
    }
  }

  private SessionRow lock(String id) {
    SessionRow row = entities.find(SessionRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new SigningRefused(Reason.SESSION_UNKNOWN, "id", "There is no such session.");
    }
    return row;
  }

  /** What is over although nobody ended it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<SessionRow> lockExpired(Instant at) {
    return entities
        .createQuery(
            "select s from SessionRow s where s.state in ('OPEN', 'CLAIMED')"
                + " and s.expiresAt <= :at order by s.expiresAt",
            SessionRow.class)
        .setParameter("at", at)
        .setMaxResults(AT_ONCE)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void audit(String actor, String whose, String action, SessionRow row, Instant at) {
    audit.append(actor, whose, action, row.id, row.stage + " " + row.category, at);
  }

  /** Those whose centre is to be told now; nobody else tells it until {@code leaseEnd}. */
  @Transactional
  public List<String> takeCallbacks(Instant at, Instant leaseEnd) {
    return entities
        .createQuery(
            "select s from SessionRow s where s.callbackDueAt <= :at order by s.callbackDueAt",
            SessionRow.class)
        .setParameter("at", at)
        .setMaxResults(20)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .map(
            row -> {
              row.callbackDueAt = leaseEnd;
              return row.id;
            })
        .toList();
  }

  @Transactional
  public @Nullable SessionRow find(String id) {
    return entities.find(SessionRow.class, id);
  }

  /**
   * @param dueAt when it is tried again, or null if there is nothing more to tell
   */
  @Transactional
  public void calledBack(String id, int failures, @Nullable Instant dueAt, String result) {
    SessionRow row = entities.find(SessionRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row != null) {
      row.callbackFailures = failures;
      row.callbackDueAt = dueAt;
      row.callbackResult = result.length() > 500 ? result.substring(0, 500) : result;
    }
  }
}
