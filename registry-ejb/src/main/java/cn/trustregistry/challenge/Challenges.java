package cn.trustregistry.challenge;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.challenge.ChallengeRefused.Code;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Issues challenges and uses them up. */
@ApplicationScoped
public class Challenges {
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  @PersistenceContext EntityManager entities;

  /** A new one; durable when this returns, so that any node knows it. */
  @Transactional
  public Challenge issue(CentreClient centre, Instant at) {
    Challenge challenge = Challenge.fresh(centre.centre(), at);
    entities
        .createNativeQuery(
            "INSERT INTO challenge (id, centre, client_id, to_sign, issued_at, expires_at)"
                + " VALUES (?, ?, ?, ?, ?, ?)")
        .setParameter(1, challenge.id())
        .setParameter(2, challenge.centre())
        .setParameter(3, centre.clientId())
        .setParameter(4, challenge.toSign())
        .setParameter(5, challenge.issuedAt())
        .setParameter(6, challenge.expiresAt())
        .executeUpdate();
    return challenge;
  }

  /**
   * Uses a challenge up: of all who try, on whatever node, one gets its octets.
   *
   * <p>The one UPDATE decides, and it is committed before anything is verified; so a wrong
   * signature uses a challenge up as well.
   *
   * @return the octets that were to be signed
   */
  @Transactional(dontRollbackOn = ChallengeRefused.class)
  public byte[] use(CentreClient centre, String id, Instant at) throws ChallengeRefused {
    if (!ID.matcher(id).matches()) {
      throw new ChallengeRefused(Code.CHALLENGE_UNKNOWN, id);
    }
    int used =
        entities
            .createNativeQuery(
                "UPDATE challenge SET used_at = ? WHERE id = ? AND centre = ? AND used_at IS NULL"
                    + " AND expires_at > ?")
            .setParameter(1, at)
            .setParameter(2, id)
            .setParameter(3, centre.centre())
            .setParameter(4, at)
            .executeUpdate();
    List<?> found =
        entities
            .createNativeQuery("SELECT to_sign, used_at FROM challenge WHERE id = ? AND centre = ?")
            .setParameter(1, id)
            .setParameter(2, centre.centre())
            .getResultList();
    if (found.isEmpty()) {
      throw new ChallengeRefused(Code.CHALLENGE_UNKNOWN, id);
    }
    Object[] row = (Object[]) found.get(0);
    if (used == 0) {
      throw new ChallengeRefused(row[1] == null ? Code.CHALLENGE_EXPIRED : Code.CHALLENGE_USED, id);
    }
    return (byte[]) row[0];
  }

  /** Forgets those that expired a day ago. */
  @Transactional
  public void sweep(Instant at) {
    entities
        .createNativeQuery("DELETE FROM challenge WHERE expires_at < ?")
        .setParameter(1, at.minusSeconds(86_400))
        .executeUpdate();
  }
}
