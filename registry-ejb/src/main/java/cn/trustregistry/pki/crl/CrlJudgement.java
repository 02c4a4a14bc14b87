package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.PublicKey;
import java.util.List;

/** What is to become of a list that was offered. */
public sealed interface CrlJudgement {
  /**
   * It is taken in.
   *
   * @param signer the key its signature was verified under
   * @param warnings what its issuer should look into
   */
  record Accepted(RevocationList list, PublicKey signer, List<CrlWarning> warnings)
      implements CrlJudgement {
    public Accepted {
      warnings = List.copyOf(warnings);
    }
  }

  /** It was taken in before, octet by octet; nothing is to be done. */
  record Duplicate(RevocationList list) implements CrlJudgement {}

  /** It is not taken in, for each of these reasons. */
  record Refused(List<CrlRefusal> reasons) implements CrlJudgement {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
