package cn.trustregistry.it.container;

import static cn.trustregistry.demo.CertificatePress.Sheet.ENCRYPTION;
import static cn.trustregistry.demo.CertificatePress.Sheet.SIGNING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.demo.CertificatePress.Sheet;
import cn.trustregistry.it.DemoClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The replacement ledger, as CA companies meet it. */
@ArquillianTest
@RunAsClient
class ReplacementIT {
  private static final List<String> COMPANIES = List.of("gxca", "huace", "itrus");

  private final DemoClient client = DemoClient.ofContainer();
  private final Replacing replacing = new Replacing(client);
  private final long holder = Replacing.seed();
  private final Instant end = Replacing.inDays(200);

  @Test
  void pair_is_exchanged_free_of_charge_but_for_the_medium_and_both_sides_read_the_proof() {
    String oldSign = legacy("huace", SIGNING);
    String oldEnc = legacy("huace", ENCRYPTION);
    String newSign = fresh("gxca", SIGNING, end);
    String newEnc = fresh("gxca", ENCRYPTION, end.plusSeconds(86_400));
    HttpResponse<String> recorded =
        replacing.record(
            "gxca",
            "LEGACY_EXCHANGE",
            Replacing.exchangeOf(oldSign, newSign, "NEW_KEY")
                + ","
                + Replacing.exchangeOf(oldEnc, newEnc, "ESCROWED"));
    assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
    assertThat(recorded.body())
        .contains("\"certificateFen\":0", "\"mediumFen\":4000", "\"totalFen\":4000")
        .contains("\"oldCompany\":\"huace\"", "\"tariffItem\":\"unit-usb-12\"");
    String location = recorded.headers().firstValue("Location").orElseThrow();
    String path = location.substring(location.indexOf("api/"));
    assertThat(client.get("gxca-client", path).body()).isEqualTo(recorded.body());
    assertThat(client.get("huace-client", path).body()).isEqualTo(recorded.body());
    assertThat(client.get("itrus-client", path).statusCode()).isEqualTo(404);
    assertThat(list("huace")).contains(newSign);
    assertThat(list("itrus")).doesNotContain(newSign, oldSign);
  }

  @Test
  void second_free_replacement_is_refused_at_every_company() {
    String old = legacy("itrus", SIGNING);
    assertThat(exchange("huace", old).statusCode()).isEqualTo(201);
    for (String company : COMPANIES) {
      assertProblem(exchange(company, old), 409, "second-free-replacement");
    }
  }

  @Test
  void of_many_free_replacements_at_once_one_alone_is_recorded_and_the_others_leave_nothing() {
    String old = legacy("gxca", SIGNING);
    record Try(String company, String certificate) {}
    List<Try> tries = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String company = COMPANIES.get(i % COMPANIES.size());
      tries.add(new Try(company, fresh(company, SIGNING, end)));
    }
    List<HttpResponse<String>> answers =
        tries.stream()
            .parallel()
            .map(t -> replacing.exchange(t.company(), old, t.certificate(), "NEW_KEY"))
            .toList();
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(201);
    assertThat(answers).filteredOn(a -> a.statusCode() == 409).hasSize(11);
    for (int i = 0; i < tries.size(); i++) {
      if (answers.get(i).statusCode() == 409) {
        Try loser = tries.get(i);
        String lost = legacyOf(loser.company());
        HttpResponse<String> later =
            replacing.exchange(loser.company(), lost, loser.certificate(), "NEW_KEY");
        assertThat(later.statusCode()).as(later.body()).isEqualTo(201);
        return;
      }
    }
  }

  /** One more certificate of the old systems of the same holder. */
  private String legacyOf(String company) {
    byte[] der =
        Replacing.print(
            company, new Sheet(holder, Replacing.seed(), SIGNING, Replacing.LEGACY_FROM, end));
    return replacing.published(company, der, "LEGACY");
  }

  @Test
  void same_request_under_one_key_is_recorded_once_and_answers_the_same() {
    String old = legacy("gxca", SIGNING);
    String next = fresh("gxca", SIGNING, end);
    String body =
        "{\"reason\":\"LEGACY_EXCHANGE\",\"certificates\":[%s]}"
            .formatted(Replacing.exchangeOf(old, next, "NEW_KEY"));
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer =
          client.send(
              client
                  .request("api/v1/replacements")
                  .header("Authorization", client.basic("gxca-client"))
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", "replace-" + old)
                  .POST(BodyPublishers.ofString(body, UTF_8)));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      bodies.add(answer.body());
    }
    assertThat(bodies.get(0)).isEqualTo(bodies.get(1));
  }

  @Test
  void other_holder_shorter_validity_and_wrong_keys_are_refused_with_their_reasons() {
    String old = legacy("huace", SIGNING);
    byte[] other = Replacing.print("gxca", Replacing.fresh(Replacing.seed(), SIGNING, end));
    String stranger = replacing.published("gxca", other, "STANDARD");
    HttpResponse<String> answer = replacing.exchange("gxca", old, stranger, "NEW_KEY");
    assertProblem(answer, 422, "other-holder");
    assertThat(answer.body()).contains("\"field\":\"certificates[0]\"");
    String shorter = fresh("gxca", SIGNING, end.minusSeconds(1));
    assertProblem(replacing.exchange("gxca", old, shorter, "NEW_KEY"), 422, "validity-shortened");
    String good = fresh("gxca", SIGNING, end);
    assertProblem(replacing.exchange("gxca", old, good, "SAME_KEY"), 422, "key-handling-wrong");
    assertProblem(replacing.exchange("gxca", old, good, "ESCROWED"), 422, "key-handling-wrong");
    String encryption = fresh("gxca", ENCRYPTION, end);
    assertProblem(replacing.exchange("gxca", old, encryption, "NEW_KEY"), 422, "role-differs");
    assertProblem(replacing.exchange("gxca", good, old, "NEW_KEY"), 400, "unknown-certificate");
    assertThat(replacing.exchange("gxca", old, good, "NEW_KEY").statusCode()).isEqualTo(201);
  }

  @Test
  void same_key_is_seen_in_the_certificates_themselves() {
    String old = legacy("huace", ENCRYPTION);
    byte[] der =
        Replacing.print("itrus", new Sheet(holder, holder, ENCRYPTION, Replacing.inDays(-1), end));
    String next = replacing.published("itrus", der, "STANDARD");
    assertProblem(replacing.exchange("itrus", old, next, "NEW_KEY"), 422, "key-handling-wrong");
    HttpResponse<String> same = replacing.exchange("itrus", old, next, "SAME_KEY");
    assertThat(same.statusCode()).as(same.body()).isEqualTo(201);
    assertThat(same.body()).contains("\"mediumFen\":0");
  }

  @Test
  void only_certificates_of_the_old_systems_are_free_and_revoked_ones_are_not_exchanged() {
    String standard = fresh("huace", SIGNING, end);
    String next = fresh("gxca", SIGNING, end);
    assertProblem(replacing.exchange("gxca", standard, next, "NEW_KEY"), 422, "not-legacy");
    HttpResponse<String> paid =
        replacing.record("gxca", "LOSS", Replacing.exchangeOf(standard, next, "NEW_KEY"));
    assertThat(paid.body()).contains("\"certificateFen\":18000", "\"totalFen\":22000");
    String revoked = legacy("huace", SIGNING);
    client.post(
        "huace-client",
        "api/v1/revocations",
        "application/json",
        "{\"certificate\":\"%s\"}".formatted(revoked).getBytes(UTF_8));
    assertProblem(exchange("gxca", revoked), 422, "certificate-not-in-force");
  }

  @Test
  void nonsense_names_its_field() {
    assertProblem(replacing.record("gxca", "WHIM", ""), 400, "invalid-parameter");
    assertProblem(replacing.record("gxca", "LOSS", ""), 400, "malformed-replacement");
    HttpResponse<String> answer =
        replacing.record("gxca", "LOSS", Replacing.exchangeOf("abc", "def", "NEW_KEY"));
    assertProblem(answer, 400, "invalid-parameter");
    assertThat(answer.body()).contains("certificates[0].oldCertificate");
    String same = "0".repeat(64);
    assertProblem(replacing.exchange("gxca", same, same, "NEW_KEY"), 400, "malformed-replacement");
  }

  private String legacy(String company, int usage) {
    return replacing.published(
        company, Replacing.print(company, Replacing.legacy(holder, usage, end)), "LEGACY");
  }

  private String fresh(String company, int usage, Instant to) {
    return replacing.published(
        company, Replacing.print(company, Replacing.fresh(holder, usage, to)), "STANDARD");
  }

  private HttpResponse<String> exchange(String company, String old) {
    return replacing.exchange(company, old, fresh(company, SIGNING, end), "NEW_KEY");
  }

  private String list(String company) {
    return client.get(company + "-client", "api/v1/replacements?limit=500").body();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String name) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("/problems/" + name);
  }
}
