package cn.trustregistry.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.crl.RevokedEntry;
import cn.trustregistry.pki.revocation.ListingChange;
import cn.trustregistry.pki.revocation.RevocationNotice.Action;
import cn.trustregistry.publication.StoredNotice;
import cn.trustregistry.web.console.StatusEvent.Kind;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusEventTest {
  private static Instant day(int day) {
    return Instant.parse("2026-11-%02dT00:00:00Z".formatted(day));
  }

  private static StoredNotice notice(Action action, RevocationReason reason, int effective) {
    return new StoredNotice(
        1, "n", "gxca", "issuer", "01", action, reason, day(effective), day(effective + 1));
  }

  private static ListingChange list(int number, int day, RevocationReason reason, int since) {
    return new ListingChange(
        BigInteger.valueOf(number), day(day), new RevokedEntry(day(since), reason, null));
  }

  @Test
  void notices_and_lists_are_told_in_the_order_in_which_they_were_said() {
    List<StatusEvent> events =
        StatusEvent.of(
            day(1),
            List.of(
                notice(Action.HOLD, RevocationReason.CERTIFICATE_HOLD, 2),
                notice(Action.RELEASE, RevocationReason.UNSPECIFIED, 6),
                notice(Action.REVOKE, RevocationReason.SUPERSEDED, 9)),
            List.of(
                list(7, 4, RevocationReason.CERTIFICATE_HOLD, 2),
                new ListingChange(BigInteger.valueOf(8), day(8), null),
                list(9, 11, RevocationReason.SUPERSEDED, 9)));
    assertThat(events)
        .extracting(StatusEvent::kind)
        .containsExactly(
            Kind.PUBLISHED,
            Kind.NOTICE_HOLD,
            Kind.CRL_ON_HOLD,
            Kind.NOTICE_RELEASE,
            Kind.CRL_UNLISTED,
            Kind.NOTICE_REVOKE,
            Kind.CRL_REVOKED);
    assertThat(events)
        .extracting(StatusEvent::getState)
        .containsExactly("GOOD", "ON_HOLD", "ON_HOLD", "GOOD", "GOOD", "REVOKED", "REVOKED");
    assertThat(events.get(6))
        .isEqualTo(
            new StatusEvent(
                day(11),
                Kind.CRL_REVOKED,
                day(9),
                RevocationReason.SUPERSEDED,
                BigInteger.valueOf(9)));
    assertThat(events.get(3).reason()).as("of a release").isNull();
  }
}
