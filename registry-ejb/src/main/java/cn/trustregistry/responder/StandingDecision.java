package cn.trustregistry.responder;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.path.CertificateStatus;
import cn.trustregistry.pki.path.KeyPurpose;
import cn.trustregistry.pki.path.PathJudgement;
import cn.trustregistry.pki.path.PathQuestion;
import cn.trustregistry.pki.path.PathValidator;
import cn.trustregistry.pki.path.SearchBudget;
import cn.trustregistry.pki.revocation.ListedSerial;
import cn.trustregistry.pki.revocation.RevocationEvidence;
import cn.trustregistry.pki.revocation.RevocationStatus;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustSnapshot;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Decides from a snapshot, purely; see the package for what is said when. */
final class StandingDecision {
  private final TrustSnapshot snapshot;
  private final PathValidator paths;
  private final Duration window;

  /**
   * @param window how long an answer counts at the most
   */
  StandingDecision(TrustSnapshot snapshot, SignatureVerifier verifier, Duration window) {
    this.snapshot = snapshot;
    this.paths = new PathValidator(verifier, SearchBudget.DEFAULT);
    this.window = window;
  }

  /** Of a certificate that was found among the published ones. */
  Standing of(Certificate certificate, Instant at) {
    Optional<DirectoryEntry> entry = snapshot.directory().find(certificate.sha256(), at);
    if (entry.isEmpty()) {
      return new Standing.Unknown();
    }
    Standing now = judge(certificate, entry.get(), at, at);
    if (!(now instanceof Standing.Good good)) {
      return now;
    }
    return new Standing.Good(good.thisUpdate(), until(certificate, entry.get(), good, at));
  }

  /**
   * How long what is known now will still say good: evidence ends, and a revocation may be
   * announced for a later moment.
   */
  private Instant until(
      Certificate certificate, DirectoryEntry entry, Standing.Good good, Instant at) {
    Instant end = at.plus(window);
    if (judge(certificate, entry, end, at) instanceof Standing.Good) {
      return end;
    }
    boolean evidenceEnds = good.until().isAfter(at) && good.until().isBefore(end);
    return evidenceEnds && judge(certificate, entry, good.until(), at) instanceof Standing.Good
        ? good.until()
        : at;
  }

  /** Of a certificate that nobody published. */
  Standing ofUnseen(Iterable<Issuer> issuers, BigInteger serial, Instant at) {
    for (Issuer issuer : issuers) {
      ListedSerial listed =
          snapshot
              .revocation()
              .listed(issuer.certificate().subject(), issuer.certificate().publicKey(), serial, at);
      if (listed != null) {
        return new Standing.Revoked(
            listed.entry().revokedAt(), listed.entry().reason(), listed.thisUpdate());
      }
    }
    return new Standing.Unknown();
  }

  private Standing judge(
      Certificate certificate, DirectoryEntry entry, Instant moment, Instant knownAt) {
    PathQuestion question =
        PathQuestion.of(certificate, moment, KeyPurpose.ANY)
            .withKnownAt(knownAt)
            .withRevocationPolicy(snapshot.evidencePolicy(entry.tenant(), knownAt).revocation());
    PathJudgement judgement = paths.judge(question, snapshot.material(knownAt));
    if (judgement.anchor() == null) {
      return new Standing.Undecided();
    }
    if (!judgement.anchor().isAdmittedAt(moment)) {
      return new Standing.Unknown();
    }
    return combined(judgement, certificate);
  }

  /** What opposes comes first, wherever on the path; good takes all of it. */
  private static Standing combined(PathJudgement judgement, Certificate certificate) {
    Standing own = new Standing.Undecided();
    Optional<Standing> above = Optional.empty();
    boolean open = judgement.revocation().size() < judgement.path().size();
    for (CertificateStatus each : judgement.revocation()) {
      Standing standing = standing(each.status());
      if (each.certificate().equals(certificate)) {
        own = standing;
      } else if (standing instanceof Standing.Revoked revoked) {
        above = Optional.of(passedDown(revoked));
      } else {
        open |= !(standing instanceof Standing.Good);
      }
    }
    if (own instanceof Standing.Revoked) {
      return own;
    }
    return above.orElse(open ? new Standing.Undecided() : own);
  }

  /** RFC 6960 2.7: what becomes of a CA's certificates when its own is revoked. */
  private static Standing passedDown(Standing.Revoked revoked) {
    RevocationReason reason =
        revoked.reason() == RevocationReason.KEY_COMPROMISE
            ? RevocationReason.CA_COMPROMISE
            : revoked.reason();
    return new Standing.Revoked(revoked.since(), reason, revoked.thisUpdate());
  }

  private static Standing standing(RevocationStatus status) {
    if (status instanceof RevocationStatus.Revoked revoked) {
      return new Standing.Revoked(revoked.since(), revoked.reason(), thisUpdate(revoked.source()));
    }
    if (status instanceof RevocationStatus.OnHold held) {
      return new Standing.Revoked(
          held.since(), RevocationReason.CERTIFICATE_HOLD, thisUpdate(held.source()));
    }
    if (status instanceof RevocationStatus.Good good) {
      return good(good);
    }
    return new Standing.Undecided();
  }

  private static Standing good(RevocationStatus.Good status) {
    Instant thisUpdate =
        status.evidence().stream()
            .map(StandingDecision::thisUpdate)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    Instant until =
        status.evidence().stream()
            .map(StandingDecision::nextUpdate)
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    return new Standing.Good(thisUpdate, until);
  }

  private static Instant thisUpdate(RevocationEvidence evidence) {
    if (evidence instanceof RevocationEvidence.Crl crl) {
      return crl.delta() != null && crl.delta().thisUpdate().isAfter(crl.list().thisUpdate())
          ? crl.delta().thisUpdate()
          : crl.list().thisUpdate();
    }
    return evidence instanceof RevocationEvidence.Ocsp ocsp
        ? ocsp.answer().thisUpdate()
        : ((RevocationEvidence.Notice) evidence).notice().receivedAt();
  }

  /** The end of the evidence; one without an end is judged anew at any time. */
  private static Instant nextUpdate(RevocationEvidence evidence) {
    Instant end = null;
    if (evidence instanceof RevocationEvidence.Crl crl) {
      end = crl.delta() != null ? crl.delta().nextUpdate() : crl.list().nextUpdate();
    } else if (evidence instanceof RevocationEvidence.Ocsp ocsp) {
      end = ocsp.answer().nextUpdate();
    }
    return end == null ? Instant.MAX : end;
  }
}
