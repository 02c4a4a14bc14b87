package cn.trustregistry.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");

  @Test
  void pauses_grow_to_an_hour_and_stay_there() {
    assertThat(Delivery.pause(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(Delivery.pause(2)).isEqualTo(Duration.ofSeconds(10));
    assertThat(Delivery.pause(10)).isEqualTo(Duration.ofSeconds(2560));
    assertThat(Delivery.pause(11)).isEqualTo(Duration.ofHours(1));
    assertThat(Delivery.pause(10_000)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void signature_covers_key_time_id_and_body() {
    byte[] key = new byte[32];
    String signature = Signature.of(key, AT, "a", "{}".getBytes(UTF_8));
    assertThat(signature).matches("v1=[0-9a-f]{64}");
    key[0] = 1;
    assertThat(Signature.of(key, AT, "a", "{}".getBytes(UTF_8))).isNotEqualTo(signature);
    key[0] = 0;
    assertThat(Signature.of(key, AT.plusSeconds(1), "a", "{}".getBytes(UTF_8)))
        .isNotEqualTo(signature);
    assertThat(Signature.of(key, AT, "b", "{}".getBytes(UTF_8))).isNotEqualTo(signature);
    assertThat(Signature.of(key, AT, "a", "[]".getBytes(UTF_8))).isNotEqualTo(signature);
  }
}
