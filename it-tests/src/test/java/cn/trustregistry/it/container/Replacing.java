package cn.trustregistry.it.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.demo.CertificatePress;
import cn.trustregistry.demo.CertificatePress.Sheet;
import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.TestServers;
import cn.trustregistry.pki.Digests;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Companies of the demonstration that publish certificates and exchange them. */
final class Replacing {
  static final Instant LEGACY_FROM = Instant.parse("2022-06-01T00:00:00Z");

  private static final AtomicLong SEEDS = new AtomicLong(7_000_000);

  private final DemoClient client;

  Replacing(DemoClient client) {
    this.client = client;
  }

  /** A number that no other test has. */
  static long seed() {
    return SEEDS.incrementAndGet();
  }

  static Instant inDays(int days) {
    return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
  }

  static byte[] print(String company, Sheet sheet) {
    return CertificatePress.of(TestServers.containerData(), company).print(sheet);
  }

  static Sheet legacy(long holder, int usage, Instant to) {
    return new Sheet(holder, holder, usage, LEGACY_FROM, to);
  }

  static Sheet fresh(long holder, int usage, Instant to) {
    return new Sheet(holder, seed(), usage, inDays(-1), to);
  }

  HttpResponse<String> publish(String company, byte[] der, String profile) {
    return client.post(
        company + "-client",
        "api/v1/certificates?holderKind=UNIT&medium=USB_KEY&profile=" + profile,
        "application/pkix-cert",
        der);
  }

  /** Publishes a certificate of the old systems and returns its fingerprint. */
  String published(String company, byte[] der, String profile) {
    HttpResponse<String> answer = publish(company, der, profile);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Digests.sha256(der);
  }

  HttpResponse<String> exchange(String company, String old, String next, String key) {
    return record(company, "LEGACY_EXCHANGE", exchangeOf(old, next, key));
  }

  HttpResponse<String> record(String company, String reason, String exchanges) {
    String body = "{\"reason\":\"%s\",\"certificates\":[%s]}".formatted(reason, exchanges);
    return client.post(
        company + "-client", "api/v1/replacements", "application/json", body.getBytes(UTF_8));
  }

  static String exchangeOf(String old, String next, String key) {
    return "{\"oldCertificate\":\"%s\",\"newCertificate\":\"%s\",\"key\":\"%s\"}"
        .formatted(old, next, key);
  }
}
