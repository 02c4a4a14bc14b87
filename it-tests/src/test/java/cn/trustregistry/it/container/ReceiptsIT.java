package cn.trustregistry.it.container;

import static cn.trustregistry.it.DemoClient.all;
import static cn.trustregistry.it.DemoClient.first;
import static cn.trustregistry.it.DemoClient.question;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.Receipt;
import cn.trustregistry.it.TestServers;
import cn.trustregistry.receipt.ReceiptKeys;
import cn.trustregistry.receipt.ReceiptVerifier;
import cn.trustregistry.receipt.TestTimeStamps;
import cn.trustregistry.receipt.TimeStampAuthorities;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What centres and visitors do with receipts. */
@ArquillianTest
@RunAsClient
class ReceiptsIT {
  private static final String NOBODY_S = "019aa000-0000-7000-8000-000000000001";

  private final DemoClient client = DemoClient.ofContainer();

  private ReceiptKeys published() throws Exception {
    HttpResponse<String> keys = client.send(client.request(".well-known/receipt-jwks.json").GET());
    assertThat(keys.statusCode()).isEqualTo(200);
    return ReceiptKeys.parse(keys.body());
  }

  @Test
  void receipt_that_comes_with_a_verdict_is_proven_by_the_published_keys() throws Exception {
    HttpResponse<String> answer = Receipt.asked(client);
    ReceiptVerifier.Proven proven =
        new ReceiptVerifier(published(), TimeStampAuthorities.NONE).verify(Receipt.text(answer));
    assertThat(proven.claims().verdict()).isEqualTo(first(answer, "verdict"));
    assertThat(proven.claims().recordId()).isEqualTo(Receipt.record(answer));
    assertThat(proven.claims().at()).isEqualTo(Instant.parse(first(answer, "at")));
    assertThat(proven.claims().centre()).isEqualTo("450100");
    assertThat(proven.claims().category()).isEqualTo("GGZY:1:0101");
    assertThat(proven.claims().requestDigest()).hasSize(64);
    assertThat(proven.claims().rule()).isEqualTo(first(answer, "rule"));
    assertThat(proven.claims().revocation())
        .allSatisfy(e -> assertThat(e.facts().get("crlSha256")).hasSize(64));
  }

  @Test
  void receipt_that_is_fetched_later_says_the_same_each_time() throws Exception {
    HttpResponse<String> answer =
        client.ask(question(client.der("gxca/revoked-rsa-sign.pem"), "0101", "LOGIN"));
    assertThat(answer.body()).doesNotContain("receipt>");
    String record = Receipt.record(answer);
    String once = signature(Receipt.fetched(client, "centre-450100", record));
    String again = signature(Receipt.fetched(client, "centre-450100", record));
    assertThat(once).isNotEmpty().isEqualTo(again);
    ReceiptVerifier verifier = new ReceiptVerifier(published(), TimeStampAuthorities.NONE);
    assertThat(verifier.verify(once).claims().reasons().get(0).code())
        .isEqualTo("CERTIFICATE_REVOKED");
  }

  /** In compact serialization, whether or not the time-stamp has come. */
  private static String signature(HttpResponse<String> answer) {
    String text = Receipt.text(answer);
    if (!text.startsWith("{")) {
      return text;
    }
    return member(text, "protected")
        + "."
        + member(text, "payload")
        + "."
        + member(text, "signature");
  }

  private static String member(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void centre_gets_no_receipt_for_the_record_of_another_nor_for_none() {
    String record = Receipt.record(Receipt.asked(client));
    for (String asked : new String[] {record, NOBODY_S}) {
      HttpResponse<String> refused = Receipt.fetched(client, "centre-450200", asked);
      assertThat(refused.statusCode()).isEqualTo(500);
      assertThat(first(refused, "code")).isEqualTo("UNKNOWN_RECORD");
      assertThat(first(refused, "field")).isEqualTo("recordId");
      assertThat(refused.body()).doesNotContain("receipt>");
    }
    HttpResponse<String> nonsense = Receipt.fetched(client, "centre-450100", "' OR 1=1 --");
    assertThat(first(nonsense, "code")).isEqualTo("SCHEMA");
    HttpResponse<String> company = client.soap("gxca-client", "<a/>");
    assertThat(company.statusCode()).isEqualTo(500);
    assertThat(first(company, "code")).isEqualTo("NOT_A_CENTRE");
  }

  @Test
  void any_centre_has_a_genuine_receipt_confirmed_and_an_altered_one_refused() {
    String receipt = Receipt.of(client);
    HttpResponse<String> genuine = Receipt.verified(client, receipt);
    assertThat(first(genuine, "genuine")).as(genuine.body()).isEqualTo("true");
    assertThat(all(genuine, "text")).anyMatch(t -> t.startsWith("回执真实"));
    assertThat(first(genuine, "claims")).contains("450100");

    String[] parts = receipt.split("\\.");
    String body = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    String forged =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(body.replace("450100", "450200").getBytes(UTF_8));
    assertRefused(parts[0] + "." + forged + "." + parts[2], "SIGNATURE_WRONG");
    assertRefused("nonsense", "MALFORMED");
    assertRefused("eyJhbGciOiJub25lIn0." + parts[1] + ".", "ALGORITHM_REFUSED");
    HttpResponse<String> long1 = Receipt.verified(client, "x".repeat(262_145));
    assertThat(first(long1, "code")).isEqualTo("SCHEMA");
  }

  private void assertRefused(String receipt, String problem) {
    HttpResponse<String> answer = Receipt.verified(client, receipt);
    assertThat(first(answer, "genuine")).as(answer.body()).isEqualTo("false");
    assertThat(first(answer, "problem")).isEqualTo(problem);
    assertThat(all(answer, "text")).hasSize(2);
    assertThat(answer.body()).doesNotContain("claims>");
  }

  @Test
  void failed_time_stamp_is_named_and_a_later_one_is_kept_with_the_receipt() throws Exception {
    HttpResponse<String> answer = Receipt.asked(client);
    assertThat(first(answer, "verdict")).isEqualTo("VALID");
    HttpResponse<String> failed = await(Receipt.record(answer), "FAILED");
    assertThat(first(failed, "timeStampProblem")).contains("UNREACHABLE");
    assertThat(client.send(client.request("health/ready").GET()).body())
        .contains("timeStampProblem", "UNREACHABLE");

    TestTimeStamps authority = TestTimeStamps.of("CN=Test time-stamping authority");
    Path trusted = TestServers.containerData().resolve("keys").resolve("tsa.pem");
    Files.writeString(trusted, pem(authority.rootDer()));
    HttpServer server = serve(authority);
    try {
      HttpResponse<String> stamped = await(Receipt.record(Receipt.asked(client)), "STAMPED");
      String receipt = Receipt.text(stamped);
      assertThat(receipt).startsWith("{");
      HttpResponse<String> verified = Receipt.verified(client, receipt);
      assertThat(first(verified, "genuine")).as(verified.body()).isEqualTo("true");
      assertThat(Instant.parse(first(verified, "timeStampedAt")))
          .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(Duration.ofMinutes(5)));
    } finally {
      server.stop(0);
    }
  }

  private HttpResponse<String> await(String record, String stamp) throws InterruptedException {
    HttpResponse<String> receipt = Receipt.fetched(client, "centre-450100", record);
    for (int i = 0; i < 150 && !first(receipt, "timeStamp").equals(stamp); i++) {
      Thread.sleep(200);
      receipt = Receipt.fetched(client, "centre-450100", record);
    }
    assertThat(first(receipt, "timeStamp")).as(receipt.body()).isEqualTo(stamp);
    return receipt;
  }

  private static HttpServer serve(TestTimeStamps authority) throws IOException {
    URI address = TestServers.timeStampingAuthority();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] answer =
                authority.answer(exchange.getRequestBody().readAllBytes(), Instant.now());
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          } catch (Exception e) {
            throw new IOException(e);
          }
        });
    server.start();
    return server;
  }

  private static String pem(byte[] der) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END CERTIFICATE-----\n";
  }

  @Test
  void visitor_pastes_a_receipt_and_reads_what_it_proves() throws Exception {
    String receipt = Receipt.of(client);
    assertThat(paste(receipt, "zh")).contains("真实", "回执真实", "有效");
    assertThat(paste(receipt, "en")).contains("Genuine", "Verdict: VALID");
    assertThat(paste(receipt.substring(0, receipt.length() - 8) + "AAAAAAAA", "zh"))
        .contains("未能证明");
    assertThat(paste("", "zh")).contains("请粘贴回执或选择文件");
    assertThat(paste("<script>alert(1)</script>", "en"))
        .contains("Not proven")
        .doesNotContain("<script>alert(1)");
  }

  private static String paste(String receipt, String language) throws Exception {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    URI page = TestServers.containerBase().resolve("receipt.xhtml");
    HttpRequest open = HttpRequest.newBuilder(URI.create(page + "?lang=" + language)).build();
    String form = browser.send(open, BodyHandlers.ofString()).body();
    Matcher state =
        Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"").matcher(form);
    assertThat(state.find()).as(form).isTrue();
    String fields =
        "verify=verify&check=check&text="
            + URLEncoder.encode(receipt, UTF_8)
            + "&jakarta.faces.ViewState="
            + URLEncoder.encode(state.group(1), UTF_8);
    HttpRequest send =
        HttpRequest.newBuilder(page)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields))
            .build();
    HttpResponse<String> answer = browser.send(send, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
