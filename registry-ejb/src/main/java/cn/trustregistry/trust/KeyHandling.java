package cn.trustregistry.trust;

/** What becomes of the key when one certificate takes the place of another. */
public enum KeyHandling {
  /** The new certificate certifies the same key. */
  SAME_KEY,
  /**
   * The new certificate has a new key; the old encryption key is escrowed at the key management
   * centre and can be recovered by the CA company.
   */
  ESCROWED,
  /** The new certificate has a new key, and only the old medium has the old one. */
  NEW_KEY
}
