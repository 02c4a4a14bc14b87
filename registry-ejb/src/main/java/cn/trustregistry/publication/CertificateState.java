package cn.trustregistry.publication;

/** How a published certificate stands at a moment. */
public enum CertificateState {
  /** Within its validity and, by current evidence, not revoked. */
  GOOD,
  NOT_YET_VALID,
  EXPIRED,
  ON_HOLD,
  REVOKED,
  /** No current evidence says whether it is revoked. */
  UNKNOWN
}
