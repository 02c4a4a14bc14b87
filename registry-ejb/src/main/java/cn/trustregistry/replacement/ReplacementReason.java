package cn.trustregistry.replacement;

/** Why a certificate is replaced (更换、补办). */
public enum ReplacementReason {
  /**
   * A certificate of the old natural-resources systems, free of charge, once over all companies.
   */
  LEGACY_EXCHANGE,
  /** The medium is lost (遗失补办). */
  LOSS,
  /** The medium is damaged (损坏补办). */
  DAMAGE,
  /** Something that the certificate says has changed (信息变更). */
  INFORMATION_CHANGE,
  /** Before it ends (续期). */
  RENEWAL,
  /** The key may be known to others. */
  KEY_COMPROMISE;

  public boolean isFree() {
    return this == LEGACY_EXCHANGE;
  }
}
