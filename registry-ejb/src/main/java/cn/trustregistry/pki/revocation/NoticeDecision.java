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
          return new NoticeDecision(revoked(notice, question), releasedAt);
        }
        case HOLD -> held = notice;
        case RELEASE -> {
          held = null;
          releasedAt = notice.effectiveAt();
        }
      }
    }
    return new NoticeDecision(held == null ? null : onHold(held, question), releasedAt);
  }

  private static RevocationStatus revoked(RevocationNotice notice, RevocationQuestion question) {
    return new RevocationStatus.Revoked(
        question.certificate(),
        notice.reason(),
        notice.effectiveAt(),
        new RevocationEvidence.Notice(notice));
  }

  private static RevocationStatus onHold(RevocationNotice notice, RevocationQuestion question) {
    return new RevocationStatus.OnHold(
        question.certificate(), notice.effectiveAt(), new RevocationEvidence.Notice(notice));
  }
}
