package cn.trustregistry.pki.path;

import java.time.Instant;

/**
 * From when on weak algorithms are refused; {@link Instant#MAX} is never, {@link Instant#MIN}
 * always. The moment asked about decides, not the one a certificate was issued at.
 *
 * @param md5RefusedFrom signatures with MD5
 * @param sha1RefusedFrom signatures with SHA-1
 * @param smallKeysRefusedFrom RSA and DSA keys of fewer than {@link #MIN_MODULUS_BITS} bits
 */
public record AlgorithmPolicy(
    Instant md5RefusedFrom, Instant sha1RefusedFrom, Instant smallKeysRefusedFrom) {
  public static final int MIN_MODULUS_BITS = 2_048;

  /** The dates of NIST SP 800-131A: keys and SHA-1 since 2014; MD5 always. */
  public static final AlgorithmPolicy DEFAULT =
      new AlgorithmPolicy(
          Instant.MIN,
          Instant.parse("2014-01-01T00:00:00Z"),
          Instant.parse("2014-01-01T00:00:00Z"));

  /** Refuses nothing; for judging how things stood, and for test suites of their time. */
  public static final AlgorithmPolicy PERMISSIVE =
      new AlgorithmPolicy(Instant.MAX, Instant.MAX, Instant.MAX);
}
