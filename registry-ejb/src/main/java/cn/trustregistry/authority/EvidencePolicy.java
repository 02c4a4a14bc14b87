package cn.trustregistry.authority;

import cn.trustregistry.approval.Difference;
import cn.trustregistry.pki.revocation.RevocationPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one CA company's certificates need as evidence that they are not revoked, and where it is
 * fetched.
 *
 * @param revocation which evidence has to be good, and how old it may be
 * @param overlap how long before its nextUpdate a newer list is due; null for a quarter of its life
 * @param responder the one URL that is asked for OCSP responses (RFC 6960 appendix A); null if none
 *     is
 */
public record EvidencePolicy(
    RevocationPolicy revocation, @Nullable Duration overlap, @Nullable URI responder) {
  /** Lists alone, each up to its own nextUpdate, and nobody is asked. */
  public static final EvidencePolicy DEFAULT =
      new EvidencePolicy(RevocationPolicy.STRICT, null, null);

  private static final int MAX_URL = 500;

  /**
   * @throws IllegalArgumentException if a duration is negative, or the responder's URL is not a
   *     plain http or https URL with a host
   */
  public EvidencePolicy {
    notNegative(revocation.grace());
    notNegative(revocation.maxCrlAge());
    notNegative(revocation.maxOcspAge());
    notNegative(overlap);
    if (responder != null && !isPlain(responder)) {
      throw new IllegalArgumentException("not the URL of an OCSP responder: " + responder);
    }
  }

  /** What this policy does otherwise than the one before it. */
  public List<Difference> changesFrom(EvidencePolicy before) {
    RevocationPolicy old = before.revocation();
    return Stream.of(
            Difference.of("policy.order", old.order(), revocation.order()),
            Difference.of("policy.grace", old.grace(), revocation.grace()),
            Difference.of("policy.maxCrlAge", old.maxCrlAge(), revocation.maxCrlAge()),
            Difference.of("policy.maxOcspAge", old.maxOcspAge(), revocation.maxOcspAge()),
            Difference.of("policy.overlap", before.overlap(), overlap),
            Difference.of("policy.responder", before.responder(), responder))
        .filter(Difference::changes)
        .toList();
  }

  private static void notNegative(@Nullable Duration duration) {
    if (duration != null && duration.isNegative()) {
      throw new IllegalArgumentException("a duration of an evidence policy is negative");
    }
  }

  private static boolean isPlain(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawFragment() == null
        && url.toASCIIString().equals(url.toString())
        && url.toString().length() <= MAX_URL;
  }
}
