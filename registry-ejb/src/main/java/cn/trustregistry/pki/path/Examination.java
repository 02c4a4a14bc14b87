package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.policy.PolicyProcessing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One candidate path under examination: what the checks look at, and what they have found. */
final class Examination {
  final CandidatePath path;
  final PathQuestion question;
  final IssuerPool pool;
  final Inquiry inquiry;
  private final List<Reason> findings = new ArrayList<>(0);
  private final List<CertificateStatus> statuses = new ArrayList<>(2);
  private PolicyProcessing.@Nullable Outcome policies;

  Examination(CandidatePath path, PathQuestion question, IssuerPool pool, Inquiry inquiry) {
    this.path = path;
    this.question = question;
    this.pool = pool;
    this.inquiry = inquiry;
  }

  /** Runs every check, each of them whatever the others found. */
  Examination run() {
    for (PathCheck check : PathCheck.IN_ORDER) {
      check.examine(this);
    }
    return this;
  }

  void add(Reason reason) {
    findings.add(reason);
  }

  void add(CertificateStatus status) {
    statuses.add(status);
  }

  List<CertificateStatus> statuses() {
    return statuses;
  }

  List<Reason> findings() {
    return findings;
  }

  /** The worst effect of what was found. */
  Verdict verdict() {
    Verdict verdict = Verdict.VALID;
    for (Reason finding : findings) {
      if (finding.effect() == Verdict.INVALID) {
        return Verdict.INVALID;
      }
      verdict = Verdict.INDETERMINATE;
    }
    return verdict;
  }

  PolicyProcessing.Outcome policies() {
    PolicyProcessing.Outcome known = policies;
    if (known == null) {
      known = PolicyProcessing.of(path.certificates(), question.policies());
      policies = known;
    }
    return known;
  }

  Set<String> acceptedPolicies() {
    return policies().accepted();
  }

  Certificate certificate(int index) {
    return path.certificates().get(index);
  }
}
