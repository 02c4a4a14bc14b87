package cn.trustregistry.pki.revocation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the issuer's notices say of a certificate.
 *
 * @param status revoked or on hold; null if the notices say neither
 * @param releasedAt when the newest release took effect; null if there was none
 */
record NoticeDecision(@Nullable RevocationStatus status, @Nullable Instant releasedAt) {
  /** Decides from all notices about the certificate, in the order in which they take effect. */
  static NoticeDecision of(List<RevocationNotice> notices, RevocationQuestion question) {
    RevocationNotice held = null;
    Instant releasedAt = null;
    for (RevocationNotice notice : notices) {
      if (notice.receivedAt().isAfter(question.knownAt())
          || notice.effectiveAt().isAfter(question.at())) {
        continue;
      }
      switch (notice.action()) {
        case REVOKE -> {
          return new NoticeDecision(
              new RevocationStatus.Revoked(notice.reason(), notice.effectiveAt(), evidence(notice)),
              releasedAt);
        }
        case HOLD -> held = notice;
        case RELEASE -> {
          held = null;
          releasedAt = notice.effectiveAt();
        }
      }
    }
    RevocationStatus status =
        held == null ? null : new RevocationStatus.OnHold(held.effectiveAt(), evidence(held));
    return new NoticeDecision(status, releasedAt);
  }

  private static List<RevocationEvidence> evidence(RevocationNotice notice) {
    return List.of(new RevocationEvidence.Notice(notice));
  }
}
