package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.SignatureOutcome;
import java.util.List;

/** Tells what an outcome means for a document. */
final class Outcomes {
  private Outcomes() {}

  static void add(
      List<Reason> reasons, SignatureOutcome outcome, String algorithm, Certificate signer) {
    if (outcome instanceof SignatureOutcome.Bad) {
      reasons.add(
          new SignatureReason(
              SignatureCause.DOCUMENT_SIGNATURE_WRONG,
              Evidence.of(signer).with("algorithm", algorithm).facts()));
    } else if (outcome instanceof SignatureOutcome.UnsupportedAlgorithm unsupported) {
      reasons.add(unfit(algorithm, unsupported.why()));
    } else if (outcome instanceof SignatureOutcome.UnusableKey unusable) {
      reasons.add(unfit(algorithm, unusable.why()));
    }
  }

  static SignatureReason unfit(String algorithm, String why) {
    return new SignatureReason(
        SignatureCause.DOCUMENT_ALGORITHM_UNFIT,
        Evidence.none().with("algorithm", algorithm).with("why", why).facts());
  }
}
