package cn.trustregistry.responder;

import cn.trustregistry.signing.SigningIdentity;
import cn.trustregistry.trust.TrustSnapshot;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signed answers to requests without a nonce, as long as the snapshot and the keys that they rest
 * on are the current ones.
 */
final class KeptAnswers {
  private static final int MOST = 20_000;

  private final TrustSnapshot snapshot;
  private final List<SigningIdentity> identities;
  private final Map<ByteBuffer, StatusAnswer.Signed> answers = new ConcurrentHashMap<>();

  KeptAnswers(TrustSnapshot snapshot, List<SigningIdentity> identities) {
    this.snapshot = snapshot;
    this.identities = identities;
  }

  /** Whether nothing changed; the same objects, not equal ones. */
  @SuppressWarnings("ReferenceEquality")
  boolean restOn(TrustSnapshot current, List<SigningIdentity> keys) {
    return snapshot == current && identities == keys;
  }

  Optional<StatusAnswer.Signed> find(byte[] request, Instant at) {
    return Optional.ofNullable(answers.get(ByteBuffer.wrap(request)))
        .filter(answer -> at.isBefore(answer.keepUntil()) && !at.isBefore(answer.producedAt()));
  }

  void keep(byte[] request, StatusAnswer.Signed answer) {
    if (answer.keepUntil().isAfter(answer.producedAt())) {
      if (answers.size() >= MOST) {
        answers.clear();
      }
      answers.put(ByteBuffer.wrap(request.clone()), answer);
    }
  }
}
