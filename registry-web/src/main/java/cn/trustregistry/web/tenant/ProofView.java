package cn.trustregistry.web.tenant;

import cn.trustregistry.access.Proof;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proof of a client in JSON.
 *
 * @param secret the new secret, in the answer to its making and never again
 */
public record ProofView(
    String id,
    String kind,
    boolean live,
    String createdAt,
    @Nullable String expiresAt,
    @Nullable String secret) {
  static ProofView of(Proof proof, @Nullable String secret, Instant at) {
    Instant end = proof.expiresAt();
    return new ProofView(
        proof.id(),
        proof.kind().name(),
        proof.countsAt(at),
        proof.createdAt().toString(),
        end == null ? null : end.toString(),
        secret);
  }
}
