package cn.trustregistry.scan;

/** Where a session stands. */
public enum SigningState {
  /** Waits to be scanned. */
  OPEN,
  /** One company's app has it. */
  CLAIMED,
  SIGNED,
  /** What the app returned was refused too often. */
  FAILED,
  /** Ended by the centre. */
  CANCELLED,
  /** Ended by the signer. */
  DECLINED,
  EXPIRED;

  public boolean isEnded() {
    return this != OPEN && this != CLAIMED;
  }
}
