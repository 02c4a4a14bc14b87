package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.DistributionPoint.ReasonFlag;
import org.jspecify.annotations.Nullable;

/** Why a certificate was revoked: CRLReason (RFC 5280 5.3.1). */
public enum RevocationReason {
  UNSPECIFIED(0, null),
  KEY_COMPROMISE(1, ReasonFlag.KEY_COMPROMISE),
  CA_COMPROMISE(2, ReasonFlag.CA_COMPROMISE),
  AFFILIATION_CHANGED(3, ReasonFlag.AFFILIATION_CHANGED),
  SUPERSEDED(4, ReasonFlag.SUPERSEDED),
  CESSATION_OF_OPERATION(5, ReasonFlag.CESSATION_OF_OPERATION),
  CERTIFICATE_HOLD(6, ReasonFlag.CERTIFICATE_HOLD),
  REMOVE_FROM_CRL(8, null),
  PRIVILEGE_WITHDRAWN(9, ReasonFlag.PRIVILEGE_WITHDRAWN),
  AA_COMPROMISE(10, ReasonFlag.AA_COMPROMISE);

  private static final @Nullable RevocationReason[] BY_CODE = new RevocationReason[11];

  static {
    for (RevocationReason reason : values()) {
      BY_CODE[reason.code] = reason;
    }
  }

  private final int code;
  private final @Nullable ReasonFlag flag;

  RevocationReason(int code, @Nullable ReasonFlag flag) {
    this.code = code;
    this.flag = flag;
  }

  /** The value of the ENUMERATED. */
  public int code() {
    return code;
  }

  /** The bit of ReasonFlags that covers this reason; null where there is none. */
  public @Nullable ReasonFlag flag() {
    return flag;
  }

  /** The reason with this value, or null if the standard has none. */
  public static @Nullable RevocationReason of(int code) {
    return code < 0 || code >= BY_CODE.length ? null : BY_CODE[code];
  }

  /** Whether the certificate is put aside for good: neither on hold nor released from it. */
  public boolean isPermanent() {
    return this != CERTIFICATE_HOLD && this != REMOVE_FROM_CRL;
  }
}
