package cn.trustregistry.pki.revocation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant asks of evidence that its certificates are not revoked.
 *
 * @param order which kind of evidence is needed
 * @param grace how long after its nextUpdate a list or response still counts
 * @param maxCrlAge the longest time after its thisUpdate that a list counts; null for no limit but
 *     nextUpdate
 * @param maxOcspAge as {@code maxCrlAge}, for OCSP responses; it alone decides for a response
 *     without nextUpdate
 */
public record RevocationPolicy(
    Order order, Duration grace, @Nullable Duration maxCrlAge, @Nullable Duration maxOcspAge) {
  /** Lists first, and every piece of evidence only up to its own nextUpdate. */
  public static final RevocationPolicy STRICT =
      new RevocationPolicy(Order.CRL_FIRST, Duration.ZERO, null, null);

  /** Which evidence has to be good. Evidence of revocation counts under each of them. */
  public enum Order {
    /** Lists; if they do not answer, OCSP responses. */
    CRL_FIRST,
    /** OCSP responses; if there is none that answers, lists. */
    OCSP_FIRST,
    /** Both. */
    BOTH_REQUIRED
  }
}
