package cn.trustregistry.web.console;

import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.crl.RevokedEntry;
import cn.trustregistry.pki.revocation.ListingChange;
import cn.trustregistry.publication.StoredNotice;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said of a certificate's status.
 *
 * @param at when it was said: a notice when it arrived, a list when it was issued
 * @param since from when on it counts; null where that is no other moment
 * @param reason why it was revoked; null if it was not
 * @param crlNumber of the list that says so; null if it was no list or one without a number
 */
public record StatusEvent(
    Instant at,
    Kind kind,
    @Nullable Instant since,
    @Nullable RevocationReason reason,
    @Nullable BigInteger crlNumber) {
  /** Who said what. */
  public enum Kind {
    PUBLISHED,
    NOTICE_REVOKE,
    NOTICE_HOLD,
    NOTICE_RELEASE,
    CRL_REVOKED,
    CRL_ON_HOLD,
    /** A list no longer names it that named it before. */
    CRL_UNLISTED
  }

  /** All that was said, the oldest first. */
  static List<StatusEvent> of(
      Instant publishedAt, List<StoredNotice> notices, List<ListingChange> changes) {
    List<StatusEvent> events = new ArrayList<>();
    events.add(new StatusEvent(publishedAt, Kind.PUBLISHED, null, null, null));
    notices.forEach(notice -> events.add(of(notice)));
    changes.forEach(change -> events.add(of(change)));
    events.sort(Comparator.comparing(StatusEvent::at));
    return events;
  }

  private static StatusEvent of(StoredNotice notice) {
    Kind kind =
        switch (notice.action()) {
          case REVOKE -> Kind.NOTICE_REVOKE;
          case HOLD -> Kind.NOTICE_HOLD;
          case RELEASE -> Kind.NOTICE_RELEASE;
        };
    RevocationReason reason = kind == Kind.NOTICE_RELEASE ? null : notice.reason();
    return new StatusEvent(notice.receivedAt(), kind, notice.effectiveAt(), reason, null);
  }

  private static StatusEvent of(ListingChange change) {
    Instant at = change.thisUpdate();
    BigInteger number = change.crlNumber();
    RevokedEntry entry = change.entry();
    if (entry == null) {
      return new StatusEvent(at, Kind.CRL_UNLISTED, null, null, number);
    }
    Kind kind = entry.reason().isPermanent() ? Kind.CRL_REVOKED : Kind.CRL_ON_HOLD;
    return new StatusEvent(at, kind, entry.revokedAt(), entry.reason(), number);
  }

  /** What the certificate was from then on: the name of its mark. */
  public String getState() {
    return switch (kind) {
      case PUBLISHED, NOTICE_RELEASE, CRL_UNLISTED -> "GOOD";
      case NOTICE_REVOKE, CRL_REVOKED -> "REVOKED";
      case NOTICE_HOLD, CRL_ON_HOLD -> "ON_HOLD";
    };
  }
}
