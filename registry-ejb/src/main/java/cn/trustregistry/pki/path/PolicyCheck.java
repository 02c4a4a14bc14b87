package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.policy.PolicyProcessing;

/**
 * The path is valid for a policy the relying party accepts, if one is required (RFC 5280 6.1.3(d)
 * to (f), 6.1.5(g), RFC 9618).
 */
final class PolicyCheck implements PathCheck {
  @Override
  public void examine(Examination examination) {
    PolicyProcessing.Outcome outcome = examination.policies();
    for (Certificate certificate : outcome.mapsAnyPolicy()) {
      examination.add(new PathReason.Unfit(PathCause.ANY_POLICY_MAPPED, certificate));
    }
    Certificate unacceptable = outcome.unacceptable();
    if (unacceptable != null && examination.path.anchor() != null) {
      examination.add(
          new PathReason.PolicyNotAccepted(
              unacceptable, examination.question.policies().initialPolicies()));
    }
  }
}
