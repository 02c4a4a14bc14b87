package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.DistributionPoint;
import cn.trustregistry.pki.DistributionPoint.ReasonFlag;
import cn.trustregistry.pki.GeneralName;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.crl.RevokedEntry;
import cn.trustregistry.pki.revocation.CrlSeries.View;
import cn.trustregistry.pki.revocation.RevocationCause.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides one question from the lists: the algorithm of RFC 5280 section 6.3.3, whose state
 * variables are the fields. It differs in one thing: having covered all reasons it still looks
 * whether another list in scope names the certificate.
 */
final class CrlDecision {
  private final RevocationKnowledge knowledge;
  private final RevocationQuestion question;
  private final Certificate certificate;
  private final @Nullable Instant releasedAt;

  private int coveredReasons;
  private boolean anyKnown;
  private boolean anyInScope;
  private @Nullable CrlSeries answered;
  private @Nullable RevocationStatus against;
  private final List<RevocationCause> causes = new ArrayList<>(0);
  private final List<RevocationEvidence> evidence = new ArrayList<>(1);

  CrlDecision(
      RevocationKnowledge knowledge, RevocationQuestion question, @Nullable Instant releasedAt) {
    this.knowledge = knowledge;
    this.question = question;
    this.certificate = question.certificate();
    this.releasedAt = releasedAt;
  }

  RevocationStatus decide() {
    for (DistributionPoint point : certificate.extensions().crlDistributionPoints()) {
      consult(point);
    }
    GeneralName self = new GeneralName.Directory(certificate.issuer());
    consult(new DistributionPoint(List.of(self), ReasonFlag.ALL, List.of()));
    if (against != null) {
      return against;
    }
    return coveredReasons == ReasonMask.ALL
        ? new RevocationStatus.Good(List.copyOf(evidence))
        : new RevocationStatus.Unknown(unknownBecause(), List.copyOf(evidence));
  }

  private List<RevocationCause> unknownBecause() {
    if (!anyKnown) {
      lacking(Kind.CRL_MISSING);
    } else if (!anyInScope) {
      lacking(Kind.CRL_OUT_OF_SCOPE);
    } else if (coveredReasons != 0 || causes.isEmpty()) {
      lacking(Kind.CRL_SCOPE_INCOMPLETE);
    }
    return List.copyOf(causes);
  }

  private void lacking(Kind kind) {
    addOnce(new RevocationCause.ListLacking(kind, certificate, ReasonMask.missing(coveredReasons)));
  }

  private void unusable(Kind kind, RevocationList list, Object detail) {
    addOnce(new RevocationCause.ListUnusable(kind, certificate, list, detail.toString()));
  }

  private void addOnce(RevocationCause cause) {
    if (!causes.contains(cause)) {
      causes.add(cause);
    }
  }

  /** RFC 5280 6.3.3 (b)(1): which issuer's lists answer for this distribution point. */
  private void consult(DistributionPoint point) {
    if (point.crlIssuers().isEmpty()) {
      consult(point, knowledge.seriesOf(certificate.issuer()));
      return;
    }
    for (GeneralName name : point.crlIssuers()) {
      if (name instanceof GeneralName.Directory directory) {
        consult(point, knowledge.seriesOf(directory.name()));
      }
    }
  }

  private void consult(DistributionPoint point, List<CrlSeries> lists) {
    for (CrlSeries series : lists) {
      boolean settled = series == answered && coveredReasons == ReasonMask.ALL;
      if (!settled && series.isKnown(question.knownAt())) {
        anyKnown = true;
        if (CrlScope.covers(series.scope(), point, certificate)) {
          anyInScope = true;
          consult(
              series,
              ReasonMask.of(series.scope().onlySomeReasons()) & ReasonMask.of(point.reasons()));
        }
      }
    }
  }

  private void consult(CrlSeries series, int reasons) {
    View newest = series.view(Instant.MAX, question.knownAt());
    if (newest == null) {
      lacking(Kind.DELTA_WITHOUT_BASE);
      return;
    }
    View then =
        newest.thisUpdate().isAfter(question.at())
            ? series.view(question.at(), question.knownAt())
            : null;
    RevokedEntry entry = find(newest);
    RevokedEntry now = standing(newest, entry);
    RevokedEntry earlier = then == null ? null : standing(then, find(then));
    boolean listed = now != null || earlier != null;
    boolean settled = coveredReasons == ReasonMask.ALL && !listed;
    if (settled || !mayUse(series, newest) || (then != null && !isUnderstood(then))) {
      return;
    }
    if (then != null && earlier != null) {
      oppose(then, earlier);
    }
    if (now != null) {
      oppose(newest, now);
    }
    if (!listed) {
      boolean silenceCounts = entry != null || newest.keeps(certificate.notAfter());
      View silent =
          silenceCounts ? newest : series.view(certificate.notAfter(), question.knownAt());
      beSilent(series, silent, newest, reasons);
    }
  }

  private @Nullable RevokedEntry find(View view) {
    return view.find(certificate.serial(), certificate.issuer());
  }

  /**
   * The entry if it stands at the moment asked about: revoked by then, and not a hold that was
   * released after the list was issued.
   */
  private @Nullable RevokedEntry standing(View view, @Nullable RevokedEntry entry) {
    if (entry == null || entry.revokedAt().isAfter(question.at())) {
      return null;
    }
    boolean released = releasedAt != null && !view.thisUpdate().isAfter(releasedAt);
    return released && entry.reason() == RevocationReason.CERTIFICATE_HOLD ? null : entry;
  }

  private void oppose(View view, RevokedEntry entry) {
    RevocationEvidence source = new RevocationEvidence.Crl(view.complete(), view.delta());
    boolean permanent = entry.reason() != RevocationReason.CERTIFICATE_HOLD;
    if (permanent && !(against instanceof RevocationStatus.Revoked)) {
      against =
          new RevocationStatus.Revoked(certificate, entry.reason(), entry.revokedAt(), source);
    } else if (against == null) {
      against = new RevocationStatus.OnHold(certificate, entry.revokedAt(), source);
    }
  }

  /** Takes silence for what it is worth: RFC 5280 6.3.3 (a) and (l). */
  private void beSilent(CrlSeries series, @Nullable View view, View newest, int reasons) {
    if (view == null) {
      unusable(Kind.CRL_DROPS_EXPIRED, newest.complete(), certificate.notAfter());
      return;
    }
    evidence.add(new RevocationEvidence.Crl(view.complete(), view.delta()));
    if (view.isFresh(question.moment(), question.policy())) {
      coveredReasons |= reasons;
      answered = series;
    } else {
      unusable(Kind.CRL_STALE, view.complete(), question.moment());
    }
  }

  private boolean mayUse(CrlSeries series, View view) {
    return isUnderstood(view) && isSigned(series, view);
  }

  /** RFC 5280 5.2 and 5.3. */
  private boolean isUnderstood(View view) {
    RevocationList unknown = view.notUnderstood();
    if (unknown != null) {
      Set<String> extensions = new TreeSet<>(unknown.unknownCritical());
      extensions.addAll(unknown.unknownCriticalInEntries());
      unusable(Kind.CRL_UNKNOWN_CRITICAL_EXTENSION, unknown, extensions);
    }
    return unknown == null;
  }

  /** RFC 5280 6.3.3 (f) and (g). */
  private boolean isSigned(CrlSeries series, View view) {
    if (series.signedBy().isEmpty()) {
      unusable(Kind.CRL_SIGNATURE_UNVERIFIED, view.complete(), series.issuer());
      return false;
    }
    boolean own =
        series.signedBy().equals(question.issuerKey().sha256())
            && series.issuer().equals(certificate.issuer());
    Instant when = view.thisUpdate().isAfter(question.at()) ? view.thisUpdate() : question.at();
    boolean trusted =
        own
            ? question.issuerMaySignCrls()
            : question.signers().maySign(series.issuer(), series.signedBy(), when);
    if (!trusted) {
      unusable(Kind.CRL_SIGNER_UNTRUSTED, view.complete(), series.signedBy());
    }
    return trusted;
  }
}
