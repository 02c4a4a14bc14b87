package cn.trustregistry.validation;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import java.util.List;
import java.util.Map;

/**
 * The result codes of the "SOF" programming interface (GM/T 0020, GB/T 43694) that trading systems
 * know. One number cannot say what the reasons say; the gravest cause wins.
 */
public final class SofCode {
  public static final int VALID = 1;
  public static final int UNTRUSTED = -1;
  public static final int EXPIRED = -2;
  public static final int REVOKED = -3;
  public static final int FROZEN = -4;
  public static final int NOT_YET_EFFECTIVE = -5;
  public static final int OTHER = -6;

  /** In the order of gravity: who cannot be trusted at all is not merely expired. */
  private static final List<Integer> GRAVITY =
      List.of(UNTRUSTED, REVOKED, FROZEN, EXPIRED, NOT_YET_EFFECTIVE);

  private static final Map<String, Integer> BY_REASON =
      Map.ofEntries(
          Map.entry("ISSUER_UNKNOWN", UNTRUSTED),
          Map.entry("ANCHOR_NOT_ADMITTED", UNTRUSTED),
          Map.entry("ANCHOR_OUTSIDE_VALIDITY", UNTRUSTED),
          Map.entry("SIGNATURE_INVALID", UNTRUSTED),
          Map.entry("CERTIFICATE_REVOKED", REVOKED),
          Map.entry("CERTIFICATE_ON_HOLD", FROZEN),
          Map.entry("EXPIRED", EXPIRED),
          Map.entry("NOT_YET_VALID", NOT_YET_EFFECTIVE));

  private SofCode() {}

  static int of(Verdict verdict, List<Reason> reasons) {
    if (verdict == Verdict.VALID) {
      return VALID;
    }
    for (int code : GRAVITY) {
      for (Reason reason : reasons) {
        if (BY_REASON.getOrDefault(reason.code(), OTHER) == code) {
          return code;
        }
      }
    }
    return OTHER;
  }
}
