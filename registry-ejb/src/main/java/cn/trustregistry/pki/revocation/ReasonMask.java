package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.DistributionPoint.ReasonFlag;
import java.util.EnumSet;
import java.util.Set;

/** Sets of ReasonFlags as bits, for the reasons_mask of RFC 5280 6.3.1. */
final class ReasonMask {
  static final int ALL = bits(ReasonFlag.ALL);

  private ReasonMask() {}

  static int of(Set<ReasonFlag> reasons) {
    return reasons == ReasonFlag.ALL ? ALL : bits(reasons);
  }

  private static int bits(Set<ReasonFlag> reasons) {
    int bits = 0;
    for (ReasonFlag reason : reasons) {
      bits |= 1 << reason.ordinal();
    }
    return bits;
  }

  static Set<ReasonFlag> missing(int covered) {
    Set<ReasonFlag> missing = EnumSet.copyOf(ReasonFlag.ALL);
    missing.removeIf(reason -> (covered & 1 << reason.ordinal()) != 0);
    return missing;
  }
}
