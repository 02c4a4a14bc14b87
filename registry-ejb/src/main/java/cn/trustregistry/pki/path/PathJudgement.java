package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link PathQuestion}.
 *
 * @param verdict the worst effect among the reasons; VALID if there are none
 * @param reasons all that failed on the path reported, in the order of the checks
 * @param path the path reported, the target first and the anchor not in it; incomplete if no anchor
 *     could be reached
 * @param anchor where it ends, or null
 * @param revocation what is known of revocation for each certificate of the path it was asked for,
 *     in the order of the path
 * @param policies the policies the path is valid for, in dotted form and in the terms of the anchor
 */
public record PathJudgement(
    Verdict verdict,
    List<Reason> reasons,
    List<Certificate> path,
    @Nullable TrustAnchor anchor,
    List<CertificateStatus> revocation,
    Set<String> policies) {
  static PathJudgement of(Examination examination) {
    Verdict verdict = examination.verdict();
    return new PathJudgement(
        verdict,
        List.copyOf(examination.findings()),
        examination.path.certificates(),
        examination.path.anchor(),
        List.copyOf(examination.statuses()),
        examination.acceptedPolicies());
  }
}
