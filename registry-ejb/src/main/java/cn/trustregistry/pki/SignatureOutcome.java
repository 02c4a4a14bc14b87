package cn.trustregistry.pki;

/**
 * What came of verifying a signature. Only {@link Good} means that the key's holder signed the
 * octets.
 */
public sealed interface SignatureOutcome {
  record Good() implements SignatureOutcome {}

  /** The signature does not belong to these octets and this key. */
  record Bad() implements SignatureOutcome {}

  /** The engine cannot verify with this algorithm or these parameters. */
  record UnsupportedAlgorithm(String oid, String why) implements SignatureOutcome {}

  /**
   * The key cannot be used: its encoding is broken, or it is of another kind than the algorithm.
   */
  record UnusableKey(String why) implements SignatureOutcome {}

  SignatureOutcome GOOD = new Good();
  SignatureOutcome BAD = new Bad();
}
