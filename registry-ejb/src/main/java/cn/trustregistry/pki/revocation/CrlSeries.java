package cn.trustregistry.pki.revocation;

import cn.trustregistry.pki.DistinguishedName;
import cn.trustregistry.pki.crl.IssuingDistributionPoint;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.crl.RevokedEntry;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All lists of one issuer, one key and one scope, complete ones and deltas, each in the order of
 * issue.
 */
final class CrlSeries {
  private final DistinguishedName issuer;
  private final String signedBy;
  private final IssuingDistributionPoint scope;
  private final List<ReceivedCrl> complete;
  private final List<ReceivedCrl> deltas;

  private CrlSeries(ReceivedCrl first, List<ReceivedCrl> complete, List<ReceivedCrl> deltas) {
    this.issuer = first.list().issuer();
    this.signedBy = first.signedBy();
    this.scope = first.list().scope();
    this.complete = complete;
    this.deltas = deltas;
  }

  static CrlSeries of(ReceivedCrl first) {
    List<ReceivedCrl> one = List.of(first);
    return first.list().isDelta()
        ? new CrlSeries(first, List.of(), one)
        : new CrlSeries(first, one, List.of());
  }

  DistinguishedName issuer() {
    return issuer;
  }

  /** Fingerprint of the key the signatures were verified under; empty if under none. */
  String signedBy() {
    return signedBy;
  }

  IssuingDistributionPoint scope() {
    return scope;
  }

  boolean takes(ReceivedCrl crl) {
    return signedBy.equals(crl.signedBy())
        && issuer.equals(crl.list().issuer())
        && scope.equals(crl.list().scope());
  }

  CrlSeries with(ReceivedCrl crl) {
    return crl.list().isDelta()
        ? new CrlSeries(crl, complete, inserted(deltas, crl))
        : new CrlSeries(crl, inserted(complete, crl), deltas);
  }

  /** A list that is there already keeps the earlier time of receipt. */
  private static List<ReceivedCrl> inserted(List<ReceivedCrl> lists, ReceivedCrl crl) {
    List<ReceivedCrl> all = new ArrayList<>(lists.size() + 1);
    ReceivedCrl pending = crl;
    for (ReceivedCrl each : lists) {
      if (each.list().equals(crl.list())) {
        pending = each.receivedAt().isAfter(crl.receivedAt()) ? crl : each;
      } else {
        all.add(each);
      }
    }
    all.add(pending);
    all.sort(ReceivedCrl.BY_ISSUE);
    return List.copyOf(all);
  }

  void addTo(List<RevocationList> all) {
    complete.forEach(each -> all.add(each.list()));
    deltas.forEach(each -> all.add(each.list()));
  }

  /** Each list that says otherwise of a serial number than those before it, oldest first. */
  List<ListingChange> changes(BigInteger serial, DistinguishedName certificateIssuer) {
    List<ReceivedCrl> all = new ArrayList<>(complete);
    all.addAll(deltas);
    all.sort(ReceivedCrl.BY_ISSUE);
    List<ListingChange> changes = new ArrayList<>();
    RevokedEntry standing = null;
    for (ReceivedCrl each : all) {
      RevokedEntry entry = each.list().find(serial, certificateIssuer);
      boolean nothingNew = entry == null && each.list().isDelta();
      RevokedEntry said = View.standing(entry);
      if (!nothingNew && !Objects.equals(said, standing)) {
        changes.add(new ListingChange(each.list().number(), each.list().thisUpdate(), said));
        standing = said;
      }
    }
    return changes;
  }

  /** Whether anything at all was received up to {@code knownAt}. */
  boolean isKnown(Instant knownAt) {
    return newest(complete, Instant.MAX, knownAt) != null
        || newest(deltas, Instant.MAX, knownAt) != null;
  }

  /**
   * What the series said at {@code horizon}: the newest complete list issued up to then, and the
   * newest delta to it.
   */
  @Nullable View view(Instant horizon, Instant knownAt) {
    RevocationList base = newest(complete, horizon, knownAt);
    return base == null
        ? null
        : new View(base, deltas.isEmpty() ? null : delta(base, horizon, knownAt));
  }

  private static @Nullable RevocationList newest(
      List<ReceivedCrl> lists, Instant horizon, Instant knownAt) {
    for (int i = lists.size() - 1; i >= 0; i--) {
      ReceivedCrl each = lists.get(i);
      if (each.isKnown(knownAt) && !each.list().thisUpdate().isAfter(horizon)) {
        return each.list();
      }
    }
    return null;
  }

  private @Nullable RevocationList delta(RevocationList base, Instant horizon, Instant knownAt) {
    for (int i = deltas.size() - 1; i >= 0; i--) {
      ReceivedCrl each = deltas.get(i);
      if (each.isKnown(knownAt)
          && !each.list().thisUpdate().isAfter(horizon)
          && joins(base, each.list())) {
        return each.list();
      }
    }
    return null;
  }

  /** RFC 5280 5.2.4: the delta starts at or before the complete list, and ends after it. */
  private static boolean joins(RevocationList base, RevocationList delta) {
    BigInteger number = base.number();
    BigInteger start = delta.baseNumber();
    BigInteger end = delta.number();
    return number != null
        && start != null
        && end != null
        && start.compareTo(number) <= 0
        && end.compareTo(number) > 0;
  }

  /** A complete list and the delta that brings it up to date, if there is one. */
  record View(RevocationList complete, @Nullable RevocationList delta) {
    /** When the younger of the two was issued. */
    Instant thisUpdate() {
      return delta != null && delta.thisUpdate().isAfter(complete.thisUpdate())
          ? delta.thisUpdate()
          : complete.thisUpdate();
    }

    /**
     * RFC 5280 6.3.3 (i) to (k): the delta first, then the complete list; removal makes it
     * unlisted.
     */
    @Nullable RevokedEntry find(BigInteger serial, DistinguishedName certificateIssuer) {
      RevokedEntry entry = delta == null ? null : delta.find(serial, certificateIssuer);
      if (entry == null) {
        entry = complete.find(serial, certificateIssuer);
      }
      return standing(entry);
    }

    private static @Nullable RevokedEntry standing(@Nullable RevokedEntry entry) {
      return entry == null || entry.reason() == RevocationReason.REMOVE_FROM_CRL ? null : entry;
    }

    /** Whether silence of the two together counts at {@code moment}. */
    boolean isFresh(Instant moment, RevocationPolicy policy) {
      return isFresh(complete, moment, policy) || (delta != null && isFresh(delta, moment, policy));
    }

    private static boolean isFresh(RevocationList list, Instant moment, RevocationPolicy policy) {
      return Freshness.covers(
          list.thisUpdate(),
          list.nextUpdate() == null ? list.thisUpdate() : list.nextUpdate(),
          policy.maxCrlAge(),
          policy,
          moment);
    }

    /**
     * Whether a certificate with this end of validity would still be listed if it had been revoked.
     */
    boolean keeps(Instant notAfter) {
      Instant since = complete.expiredCertsSince();
      return !thisUpdate().isAfter(notAfter) || (since != null && !since.isAfter(notAfter));
    }

    /** The first of the two lists with a critical extension that is not known, or null. */
    @Nullable RevocationList notUnderstood() {
      if (delta != null && hasUnknown(delta)) {
        return delta;
      }
      return hasUnknown(complete) ? complete : null;
    }

    private static boolean hasUnknown(RevocationList list) {
      return !list.unknownCritical().isEmpty() || !list.unknownCriticalInEntries().isEmpty();
    }
  }
}
