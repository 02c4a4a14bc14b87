package cn.trustregistry.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.pki.revocation.RevocationPolicy;
import cn.trustregistry.pki.revocation.RevocationPolicy.Order;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EvidencePolicyHistoryTest {
  private static final Instant T = Instant.parse("2026-11-24T00:00:00Z");

  private static EvidencePolicy ordered(Order order) {
    return new EvidencePolicy(new RevocationPolicy(order, Duration.ZERO, null, null), null, null);
  }

  private static EvidencePolicyHistory.Version version(String tenant, Instant from, Order order) {
    return new EvidencePolicyHistory.Version(tenant, from, ordered(order));
  }

  @Test
  void question_is_answered_under_the_policy_that_was_known_then() {
    EvidencePolicyHistory history =
        EvidencePolicyHistory.NONE
            .with(version("a", T.plusSeconds(60), Order.BOTH_REQUIRED))
            .with(version("a", T, Order.OCSP_FIRST));
    assertThat(history.policy("a", T.minusNanos(1000))).isEqualTo(EvidencePolicy.DEFAULT);
    assertThat(history.policy("a", T)).isEqualTo(ordered(Order.OCSP_FIRST));
    assertThat(history.policy("a", T.plusSeconds(59))).isEqualTo(ordered(Order.OCSP_FIRST));
    assertThat(history.policy("a", T.plusSeconds(60))).isEqualTo(ordered(Order.BOTH_REQUIRED));
  }

  @Test
  void policy_of_one_company_is_nothing_to_another() {
    EvidencePolicyHistory history =
        EvidencePolicyHistory.NONE.with(version("a", T, Order.BOTH_REQUIRED));
    assertThat(history.policy("b", T)).isEqualTo(EvidencePolicy.DEFAULT);
  }

  @Test
  void responder_has_a_plain_http_url_with_a_host() {
    for (String url :
        new String[] {
          "ftp://ocsp.example/",
          "http:///path",
          "ocsp.example",
          "file:/etc/passwd",
          "http://user@ocsp.example/",
          "http://ocsp.example/#part",
          "mailto:a@b.example"
        }) {
      assertThatThrownBy(() -> new EvidencePolicy(RevocationPolicy.STRICT, null, URI.create(url)))
          .as(url)
          .isInstanceOf(IllegalArgumentException.class);
    }
    URI plain = URI.create("http://ocsp.example:8080/status");
    assertThat(new EvidencePolicy(RevocationPolicy.STRICT, null, plain).responder())
        .isEqualTo(plain);
  }

  @Test
  void negative_durations_are_refused() {
    Duration negative = Duration.ofSeconds(-1);
    assertThatThrownBy(
            () ->
                new EvidencePolicy(
                    new RevocationPolicy(Order.CRL_FIRST, negative, null, null), null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EvidencePolicy(RevocationPolicy.STRICT, negative, null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
