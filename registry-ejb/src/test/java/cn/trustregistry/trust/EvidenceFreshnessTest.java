package cn.trustregistry.trust;

import static cn.trustregistry.trust.EvidenceFreshness.state;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.crl.CrlSigners;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.trust.EvidenceFreshness.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceFreshnessTest {
  private static final Instant NOW = TestPki.NOW;

  /** From a day before to a day after. */
  private static RevocationList list() throws MalformedObjectException {
    TestPki.Authority ca = TestPki.root("C=CN,CN=CA", TestKey.Kind.P256);
    return RevocationList.read(ca.crl(1).encode(), CrlSigners.of(List.of(ca.key().publicKey())));
  }

  @Test
  void newer_list_is_due_in_the_last_quarter_unless_the_company_says_otherwise() throws Exception {
    Instant left13Hours = NOW.plus(Duration.ofHours(11));
    Instant left11Hours = NOW.plus(Duration.ofHours(13));
    assertThat(state(list(), null, left13Hours)).isEqualTo(State.FRESH);
    assertThat(state(list(), null, left11Hours)).isEqualTo(State.EXPIRING);
    assertThat(state(list(), Duration.ofHours(14), left13Hours)).isEqualTo(State.EXPIRING);
    assertThat(state(list(), Duration.ofHours(1), left11Hours)).isEqualTo(State.FRESH);
  }

  @Test
  void list_past_its_next_update_is_stale_whatever_the_overlap() throws Exception {
    Instant after = NOW.plus(Duration.ofDays(1)).plusSeconds(1);
    assertThat(state(list(), Duration.ZERO, after)).isEqualTo(State.STALE);
    assertThat(state(null, null, NOW)).isEqualTo(State.MISSING);
  }
}
