package cn.trustregistry.pki.crl;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A list and what it is judged against.
 *
 * @param list read with the keys of its issuer, so that its signature is already checked
 * @param allowedSigners fingerprints of the keys that may sign lists of this issuer: its own with
 *     cRLSign (or no key usage at all), and those it delegated to
 * @param taken the lists of this issuer that were taken in before
 * @param at when it is offered
 * @param skew how far the issuer's clock may be ahead of ours
 */
public record CrlOffer(
    RevocationList list,
    Set<String> allowedSigners,
    List<RevocationList> taken,
    Instant at,
    Duration skew) {
  public CrlOffer {
    allowedSigners = Set.copyOf(allowedSigners);
    taken = List.copyOf(taken);
  }

  /** The complete lists, or the deltas, taken in for the same issuer, key and scope. */
  List<RevocationList> series(boolean deltas) {
    return taken.stream()
        .filter(each -> each.isDelta() == deltas && isOfSameKey(each))
        .filter(each -> each.scope().equals(list.scope()))
        .toList();
  }

  /** RFC 5280 6.3.3 (c)(3): the authority key identifiers match. */
  boolean isOfSameKey(RevocationList other) {
    return other.issuer().equals(list.issuer())
        && Objects.equals(other.authorityKeyIdentifier(), list.authorityKeyIdentifier());
  }
}
