package cn.trustregistry.publication;

import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.revocation.RevocationNotice.Action;
import cn.trustregistry.publication.PublicationRefused.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether a notice fits what was said of the certificate before; pure. */
final class NoticeAcceptance {
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private NoticeAcceptance() {}

  /**
   * @param earlier the notices on this certificate, oldest first
   * @return from when the notice counts
   * @throws PublicationRefused saying why it may not be published
   */
  static Instant judge(NoticeSubmission notice, List<StoredNotice> earlier, Instant at) {
    Instant effectiveAt = notice.effectiveAt() == null ? at : notice.effectiveAt();
    if (effectiveAt.isAfter(at.plus(AHEAD))) {
      throw new PublicationRefused(
          Kind.UNFIT_TIME, "effectiveAt", "A notice cannot take effect in the future.");
    }
    checkReason(notice);
    checkTransition(notice.action(), earlier);
    return effectiveAt;
  }

  private static void checkReason(NoticeSubmission notice) {
    boolean hold = notice.reason() == RevocationReason.CERTIFICATE_HOLD;
    boolean release = notice.reason() == RevocationReason.REMOVE_FROM_CRL;
    boolean fits =
        switch (notice.action()) {
          case REVOKE -> !hold && !release;
          case HOLD -> hold;
          case RELEASE -> release;
        };
    if (!fits) {
      throw new PublicationRefused(
          Kind.UNFIT_TRANSITION,
          "reason",
          "The reason " + notice.reason() + " does not go with " + notice.action() + ".");
    }
  }

  private static void checkTransition(Action action, List<StoredNotice> earlier) {
    @Nullable Action last = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1).action();
    if (last == Action.REVOKE) {
      throw new PublicationRefused(
          Kind.UNFIT_TRANSITION, "action", "The certificate is revoked for good.");
    }
    if (action == Action.HOLD && last == Action.HOLD) {
      throw new PublicationRefused(
          Kind.UNFIT_TRANSITION, "action", "The certificate is on hold already.");
    }
  }
}
