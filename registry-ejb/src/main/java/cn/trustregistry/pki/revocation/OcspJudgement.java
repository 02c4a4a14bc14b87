package cn.trustregistry.pki.revocation;

import java.util.List;

/** Whether an OCSP response is evidence. */
public sealed interface OcspJudgement {
  /** It is. */
  record Accepted(OcspAnswer answer) implements OcspJudgement {}

  /** It is not, for each of these reasons. */
  record Refused(List<OcspRefusal> reasons) implements OcspJudgement {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
