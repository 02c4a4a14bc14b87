package cn.trustregistry.pki;

/**
 * The answer to a validation question; the three main indications of ETSI EN 319 102-1, clause
 * 5.1.3.
 */
public enum Verdict {
  /** Every check was run and every check passed. */
  VALID,
  /** At least one fact proves that the certificate must not be relied on. */
  INVALID,
  /** The evidence at hand proves neither. It is never to be taken for VALID. */
  INDETERMINATE
}
