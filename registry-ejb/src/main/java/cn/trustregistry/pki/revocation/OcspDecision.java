package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.revocation.RevocationCause.Kind;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides one question from OCSP responses that were found to be entitled to answer (RFC 6960
 * section 3.2).
 */
final class OcspDecision {
  private final RevocationKnowledge knowledge;
  private final RevocationQuestion question;
  private final List<OcspAnswer> answers;
  private final @Nullable Instant releasedAt;
  private final Set<RevocationCause> causes = new LinkedHashSet<>(1);

  /**
   * @param answers all about the certificate, in the order of thisUpdate
   */
  OcspDecision(
      RevocationKnowledge knowledge,
      RevocationQuestion question,
      List<OcspAnswer> answers,
      @Nullable Instant releasedAt) {
    this.knowledge = knowledge;
    this.question = question;
    this.answers = answers;
    this.releasedAt = releasedAt;
  }

  RevocationStatus decide() {
    OcspAnswer newest = newest(Instant.MAX);
    if (newest == null) {
      return new RevocationStatus.Unknown(
          List.of(new RevocationCause.ResponseLacking(question.certificate())), List.of());
    }
    OcspAnswer then = newest(question.at());
    if (then != null && counts(then) && responderIsGood(then)) {
      return opposing(then);
    }
    if (counts(newest) && responderIsGood(newest)) {
      return opposing(newest);
    }
    OcspAnswer silent = keeps(newest) ? newest : newest(question.certificate().notAfter());
    OcspAnswer source = silent == null ? newest : silent;
    List<RevocationEvidence> evidence = List.of(new RevocationEvidence.Ocsp(source));
    if (causes.isEmpty() && silent != null && isGood(silent) && responderIsGood(silent)) {
      return new RevocationStatus.Good(evidence);
    }
    if (causes.isEmpty()) {
      unusable(Kind.OCSP_STALE, source, question.moment());
    }
    return new RevocationStatus.Unknown(List.copyOf(causes), evidence);
  }

  private void unusable(Kind kind, OcspAnswer answer, Object detail) {
    causes.add(
        new RevocationCause.ResponseUnusable(
            kind, question.certificate(), answer, detail.toString()));
  }

  private @Nullable OcspAnswer newest(Instant horizon) {
    for (int i = answers.size() - 1; i >= 0; i--) {
      OcspAnswer each = answers.get(i);
      if (!each.receivedAt().isAfter(question.knownAt()) && !each.thisUpdate().isAfter(horizon)) {
        return each;
      }
    }
    return null;
  }

  private boolean counts(OcspAnswer answer) {
    Instant revokedAt = answer.revokedAt();
    if (revokedAt == null || revokedAt.isAfter(question.at())) {
      return false;
    }
    boolean released = releasedAt != null && !answer.thisUpdate().isAfter(releasedAt);
    return answer.reason() != RevocationReason.CERTIFICATE_HOLD || !released;
  }

  private RevocationStatus opposing(OcspAnswer answer) {
    RevocationEvidence source = new RevocationEvidence.Ocsp(answer);
    Instant since = answer.revokedAt() == null ? answer.thisUpdate() : answer.revokedAt();
    RevocationReason reason =
        answer.reason() == null ? RevocationReason.UNSPECIFIED : answer.reason();
    return reason == RevocationReason.CERTIFICATE_HOLD
        ? new RevocationStatus.OnHold(question.certificate(), since, source)
        : new RevocationStatus.Revoked(question.certificate(), reason, since, source);
  }

  /**
   * RFC 6960 4.4.4: whether the responder still answers for a certificate with this end of
   * validity.
   */
  private boolean keeps(OcspAnswer answer) {
    Instant notAfter = question.certificate().notAfter();
    Instant cutoff = answer.archiveCutoff();
    return answer.said() == OcspAnswer.Said.REVOKED
        || !answer.thisUpdate().isAfter(notAfter)
        || (cutoff != null && !cutoff.isAfter(notAfter));
  }

  private boolean isGood(OcspAnswer answer) {
    if (answer.said() == OcspAnswer.Said.UNKNOWN) {
      unusable(Kind.OCSP_UNKNOWN, answer, answer.said());
      return false;
    }
    return Freshness.covers(
        answer.thisUpdate(),
        answer.nextUpdate(),
        question.policy().maxOcspAge(),
        question.policy(),
        question.moment());
  }

  /**
   * RFC 6960 4.2.2.2.1: the status of a delegated responder's own certificate, from lists alone.
   */
  private boolean responderIsGood(OcspAnswer answer) {
    Certificate responder = answer.responder();
    if (responder == null) {
      return true;
    }
    RevocationStatus status = new CrlDecision(knowledge, question.about(responder), null).decide();
    boolean good = status instanceof RevocationStatus.Good;
    if (!good) {
      unusable(Kind.OCSP_RESPONDER_NOT_GOOD, answer, status.causes().get(0).code());
    }
    return good;
  }
}
