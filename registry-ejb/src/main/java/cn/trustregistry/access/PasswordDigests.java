package cn.trustregistry.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.access.Proof.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Checks password digests against the secrets that clients asked for on purpose (docs/adr/0040).
 *
 * <p>A digest works once, on whatever node and after whatever restart: its nonce is in the database
 * before the call goes on. Only nonces of good digests are kept, and only until they would be stale
 * anyway, so that nobody but a known client can make the table grow.
 */
@ApplicationScoped
public class PasswordDigests {
  /** What came of a digest. */
  public sealed interface Outcome {
    record Good(Caller caller) implements Outcome {}

    record Refused(Cause cause) implements Outcome {}
  }

  /** Why a digest is refused; stable, part of the SOAP faults. */
  public enum Cause {
    NOT_AUTHENTICATED,
    /** Created too long ago, in the future, or at no time one can read. */
    TOKEN_STALE,
    TOKEN_REPLAYED
  }

  @PersistenceContext EntityManager entities;
  @Inject KnownClients clients;
  @Inject SecretBox box;

  @Transactional
  public Outcome authenticate(PasswordDigest digest, Instant at) {
    if (!digest.isFresh(at)) {
      return new Outcome.Refused(Cause.TOKEN_STALE);
    }
    Optional<KnownClient> client =
        clients.find(digest.clientId()).filter(c -> c.credential().usableAt(at));
    if (client.isEmpty() || !isRight(digest, client.get(), at)) {
      return new Outcome.Refused(Cause.NOT_AUTHENTICATED);
    }
    return remember(digest, at)
        ? new Outcome.Good(client.get().credential().caller())
        : new Outcome.Refused(Cause.TOKEN_REPLAYED);
  }

  private boolean isRight(PasswordDigest digest, KnownClient client, Instant at) {
    List<Proof> proofs = client.live(Kind.DIGEST_SECRET, at);
    boolean right = false;
    for (Proof proof : proofs) {
      Optional<byte[]> secret =
          box.open(Base64.getDecoder().decode(proof.value()), context(digest.clientId()));
      right |= secret.isPresent() && digest.isOf(secret.get());
    }
    return right;
  }

  private boolean remember(PasswordDigest digest, Instant at) {
    Instant end = at.plus(PasswordDigest.LIFE).plus(PasswordDigest.AHEAD);
    return entities
            .createNativeQuery(
                "INSERT IGNORE INTO used_nonce (client_id, nonce_sha256, forget_at)"
                    + " VALUES (?, ?, ?)")
            .setParameter(1, digest.clientId())
            .setParameter(2, Sha256.hex(digest.nonce()))
            .setParameter(3, end)
            .executeUpdate()
        == 1;
  }

  /** The secret as it is kept. */
  String seal(IssuedSecret issued) {
    byte[] sealed = box.seal(issued.secret().getBytes(UTF_8), context(issued.clientId()));
    return Base64.getEncoder().encodeToString(sealed);
  }

  /** Forgets nonces whose digests are stale anyway. */
  @Transactional
  public void sweep(Instant at) {
    entities
        .createNativeQuery("DELETE FROM used_nonce WHERE forget_at < ?")
        .setParameter(1, at)
        .executeUpdate();
  }

  private static String context(String clientId) {
    return "digest-secret:" + clientId;
  }
}
