package cn.trustregistry.ocsp;

import cn.trustregistry.authority.EvidencePolicy;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.path.CertificateStatus;
import cn.trustregistry.pki.path.PathJudgement;
import cn.trustregistry.pki.revocation.RevocationCause;
import cn.trustregistry.pki.revocation.RevocationEvidence;
import cn.trustregistry.pki.revocation.RevocationPolicy.Order;
import cn.trustregistry.pki.revocation.RevocationStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A certificate of a path for which a response is to be fetched; pure.
 *
 * @param issuer the certificate of the company's issuer that signed it
 */
public record OcspNeed(Certificate certificate, Certificate issuer) {
  private static final Set<RevocationCause.Kind> LACKING =
      Set.of(RevocationCause.Kind.OCSP_MISSING, RevocationCause.Kind.OCSP_STALE);

  /** Whether anything is ever fetched under this policy. */
  public static boolean arises(EvidencePolicy policy) {
    return policy.responder() != null && policy.revocation().order() != Order.CRL_FIRST;
  }

  /**
   * The certificates of the path that the policy needs a response for and that have none that is
   * fresh. None is needed where a certificate is known to be revoked.
   *
   * @param issuers the company's own; its responder is asked about no other's certificates
   */
  public static List<OcspNeed> of(
      PathJudgement judgement, EvidencePolicy policy, List<Issuer> issuers) {
    List<OcspNeed> needs = new ArrayList<>();
    if (!arises(policy) || judgement.anchor() == null) {
      return needs;
    }
    for (CertificateStatus known : judgement.revocation()) {
      int place = judgement.path().indexOf(known.certificate());
      Certificate issuer =
          place + 1 < judgement.path().size()
              ? judgement.path().get(place + 1)
              : judgement.anchor().certificate();
      boolean own = issuers.stream().anyMatch(each -> each.sha256().equals(issuer.sha256()));
      if (own && lacks(known.status())) {
        needs.add(new OcspNeed(known.certificate(), issuer));
      }
    }
    return needs;
  }

  private static boolean lacks(RevocationStatus status) {
    if (status instanceof RevocationStatus.Good good) {
      return good.evidence().stream().noneMatch(RevocationEvidence.Ocsp.class::isInstance);
    }
    return status.causes().stream().anyMatch(cause -> LACKING.contains(cause.kind()));
  }
}
