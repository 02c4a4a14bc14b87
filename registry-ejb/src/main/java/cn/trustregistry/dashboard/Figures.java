package cn.trustregistry.dashboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company's figures.
 *
 * @param from verdicts counted are those given from this moment on, up to {@code to}
 * @param notices revocation notices taken in that time
 */
public record Figures(
    Instant from,
    Instant to,
    List<Certificates> certificates,
    long notices,
    List<Verdicts> verdicts) {
  /** Certificates published so far of one kind. */
  public record Certificates(String holderKind, String medium, String profile, long count) {}

  /**
   * Verdicts on the company's certificates.
   *
   * @param centre GB/T 2260 code of the trading centre that asked
   * @param reason code of the first reason, or null for VALID
   */
  public record Verdicts(String centre, String verdict, @Nullable String reason, long count) {}
}
