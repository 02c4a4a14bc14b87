package cn.trustregistry.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.RegistryProcess;
import cn.trustregistry.it.rest.Company.Answer;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A centre asks over SOAP, an app signs over REST; demonstration keys stand for those in phones.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScanToSignIT {
  private static final byte[] HASH = new byte[32];
  private static final String NANNING = "centre-450100";
  private static final String LIUZHOU = "centre-450200";
  private static final BouncyCastleProvider CRYPTO = new BouncyCastleProvider();

  private static RegistryProcess registry;
  private static DemoClient demo;
  private static Company gxca;
  private static Company huace;

  @BeforeAll
  static void start() throws Exception {
    registry =
        RegistryProcess.named("scan-to-sign")
            .setting("registry.outbound.addresses", "127.0.0.1")
            .start();
    demo = DemoClient.of(registry);
    gxca = Company.of(registry.base(), registry.output(), "gxca-client");
    huace = Company.of(registry.base(), registry.output(), "huace-client");
  }

  @AfterAll
  static void end() throws Exception {
    registry.close();
  }

  @Test
  void centre_gets_the_signature_that_the_app_returned_with_certificate_and_record()
      throws Exception {
    HttpResponse<String> opened = open("<s:expectedUscc>91450200MA5DEM28BT</s:expectedUscc>");
    assertThat(DemoClient.first(opened, "payload"))
        .matches(registry.base() + "scan.xhtml#[A-Za-z0-9_-]{43}");
    assertThat(DemoClient.first(opened, "qrSvg")).startsWith("&lt;svg ");
    assertThat(Base64.getMimeDecoder().decode(DemoClient.first(opened, "qrPng")))
        .startsWith((byte) 0x89, 'P', 'N', 'G');
    String id = DemoClient.first(opened, "sessionId");
    JsonObject claimed = claim(gxca, opened).object();
    assertThat(claimed.getString("purpose")).isEqualTo("签署合同 & 附件");
    assertThat(claimed.getString("hash")).isEqualTo(base64(HASH));
    assertThat(state(id)).isEqualTo("CLAIMED");
    Answer signed = sign(gxca, id, "gxca/mobile-sm2", HASH);
    assertThat(signed.outcome()).as(signed.response().body()).isEqualTo("200");
    HttpResponse<String> answer = get(NANNING, id);
    assertThat(DemoClient.first(answer, "state")).isEqualTo("SIGNED");
    assertThat(decoded(answer, "certificate")).isEqualTo(demo.der("gxca/mobile-sm2-sign.pem"));
    Signature verifier = Signature.getInstance("SM3WITHSM2", CRYPTO);
    verifier.initVerify(
        KeyFactory.getInstance("EC", CRYPTO)
            .generatePublic(new X509EncodedKeySpec(demo.der("gxca/mobile-sm2-sign.pub.pem"))));
    verifier.update(HASH);
    assertThat(verifier.verify(decoded(answer, "signature"))).isTrue();
    String record = DemoClient.first(answer, "recordId");
    assertThat(text("select verdict from verdict where id = '" + record + "'")).isEqualTo("VALID");
    assertThat(text("select centre from verdict where id = '" + record + "'")).isEqualTo("450100");
  }

  @Test
  void both_versions_of_soap_are_answered() throws Exception {
    String body =
        "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Body>"
            + "<s:GetSigningSession xmlns:s=\"urn:trustregistry:signing:v1\"><s:sessionId>"
            + DemoClient.first(open(""), "sessionId")
            + "</s:sessionId></s:GetSigningSession></e:Body></e:Envelope>";
    HttpResponse<String> answer =
        demo.send(
            demo.request("soap/v1/signing")
                .header("Authorization", demo.basic(NANNING))
                .header("Content-Type", "application/soap+xml; charset=utf-8")
                .POST(BodyPublishers.ofString(body)));
    assertThat(DemoClient.first(answer, "state")).as(answer.body()).isEqualTo("OPEN");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/soap+xml");
  }

  @Test
  void of_two_apps_that_scan_at_once_one_has_the_session() throws Exception {
    HttpResponse<String> opened = open("");
    List<CompletableFuture<String>> claims =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> outcomeOfClaim(i % 2 == 0 ? gxca : huace, opened)))
            .toList();
    List<String> outcomes = claims.stream().map(CompletableFuture::join).sorted().toList();
    assertThat(outcomes.get(0)).isEqualTo("201");
    assertThat(outcomes.subList(1, 8)).containsOnly("409 already-claimed");
  }

  @Test
  void claim_repeated_under_its_idempotency_key_answers_the_same() throws Exception {
    String payload = DemoClient.first(open(""), "payload");
    String body = "{\"payload\":\"" + payload + "\"}";
    Answer first = gxca.post("signing-sessions/claims", body, "Idempotency-Key", "claim-1");
    Answer again = gxca.post("signing-sessions/claims", body, "Idempotency-Key", "claim-1");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.response().body()).isEqualTo(first.response().body());
  }

  @Test
  void other_company_cannot_read_sign_or_decline_a_claimed_session() throws Exception {
    HttpResponse<String> opened = open("");
    String id = DemoClient.first(opened, "sessionId");
    assertThat(gxca.get("signing-sessions/" + id).outcome()).isEqualTo("404 not-claimed");
    claim(gxca, opened);
    String foreign = "404 session-of-another-claimer";
    assertThat(huace.get("signing-sessions/" + id).outcome()).isEqualTo(foreign);
    assertThat(sign(huace, id, "huace/mobile-sm2", HASH).outcome()).isEqualTo(foreign);
    assertThat(huace.post("signing-sessions/" + id + "/decline", "").outcome()).isEqualTo(foreign);
    assertThat(state(id)).isEqualTo("CLAIMED");
  }

  @Test
  void other_centre_cannot_read_or_cancel_a_session() throws Exception {
    String id = DemoClient.first(open(""), "sessionId");
    assertThat(DemoClient.first(get(LIUZHOU, id), "code")).isEqualTo("SESSION_OF_ANOTHER_CENTRE");
    assertThat(DemoClient.first(soap(LIUZHOU, "CancelSigningSession", named(id)), "code"))
        .isEqualTo("SESSION_OF_ANOTHER_CENTRE");
    assertThat(state(id)).isEqualTo("OPEN");
    String nobody = "00000000-0000-0000-0000-000000000000";
    assertThat(DemoClient.first(get(NANNING, nobody), "code")).isEqualTo("SESSION_UNKNOWN");
  }

  @Test
  void what_does_not_hold_has_its_own_reason_and_the_fifth_time_ends_the_session()
      throws Exception {
    HttpResponse<String> opened = open("<s:expectedUscc>91450200MA5DEM28BT</s:expectedUscc>");
    String id = DemoClient.first(opened, "sessionId");
    claim(gxca, opened);
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(sign(gxca, id, "gxca/mobile-sm2", other).outcome()).isEqualTo("422 signature-bad");
    assertThat(sign(gxca, id, "gxca/mobile-rsa", HASH).outcome())
        .isEqualTo("422 holder-not-expected");
    assertThat(sign(gxca, id, "gxca/unit-sm2", HASH).outcome()).isEqualTo("422 not-mobile");
    assertThat(sign(gxca, id, "huace/mobile-sm2", HASH).outcome())
        .isEqualTo("422 certificate-not-yours");
    assertThat(get(NANNING, id).body()).contains("CERTIFICATE_NOT_YOURS", ">4<");
    assertThat(sign(gxca, id, "gxca/new-sm2", HASH).outcome())
        .isEqualTo("422 certificate-not-yours");
    assertThat(state(id)).isEqualTo("FAILED");
    assertThat(sign(gxca, id, "gxca/mobile-sm2", HASH).outcome()).isEqualTo("409 session-failed");
    assertThat(gxca.post("signing-sessions/" + id + "/signature", "{}").outcome())
        .isEqualTo("400 invalid-parameter");
    assertThat(
            gxca.post(
                    "signing-sessions/" + id + "/signature",
                    "{\"certificate\":\"AAAA\",\"signature\":\"AAAA\"}")
                .outcome())
        .isEqualTo("400 malformed-certificate");
  }

  @Test
  void mobile_certificate_is_refused_for_drugs_with_the_rule_that_says_so() throws Exception {
    HttpResponse<String> opened =
        soap("centre-450000", "OpenSigningSession", question("900201", "CONTRACT_SIGNING", ""));
    String id = DemoClient.first(opened, "sessionId");
    claim(gxca, opened);
    Answer refused = sign(gxca, id, "gxca/mobile-sm2", HASH);
    assertThat(refused.outcome()).isEqualTo("422 certificate-not-valid");
    String record = gxca.get("signing-sessions/" + id).object().getString("recordId");
    assertThat(refused.response().body()).contains("RECOGNITION_DENIED", record);
    assertThat(text("select verdict from verdict where id = '" + record + "'"))
        .isEqualTo("INVALID");
  }

  @Test
  void signed_session_takes_the_same_again_and_nothing_else() throws Exception {
    HttpResponse<String> opened = open("");
    String id = DemoClient.first(opened, "sessionId");
    claim(gxca, opened);
    String body = body("gxca/mobile-rsa", HASH);
    assertThat(post(gxca, id, body).outcome()).isEqualTo("200");
    assertThat(post(gxca, id, body).outcome()).isEqualTo("200");
    assertThat(sign(gxca, id, "gxca/mobile-sm2", HASH).outcome()).isEqualTo("409 already-signed");
    assertThat(claim(huace, opened).outcome()).isEqualTo("409 already-signed");
    assertThat(gxca.post("signing-sessions/" + id + "/decline", "").outcome())
        .isEqualTo("409 already-signed");
    assertThat(DemoClient.first(soap(NANNING, "CancelSigningSession", named(id)), "code"))
        .isEqualTo("ALREADY_SIGNED");
    assertThat(state(id)).isEqualTo("SIGNED");
  }

  @Test
  void centre_cancels_and_signer_declines_each_with_its_reason() throws Exception {
    HttpResponse<String> cancelled = open("");
    String id = DemoClient.first(cancelled, "sessionId");
    soap(NANNING, "CancelSigningSession", named(id));
    assertThat(claim(gxca, cancelled).outcome()).isEqualTo("409 session-cancelled");
    HttpResponse<String> declined = open("");
    String other = DemoClient.first(declined, "sessionId");
    claim(gxca, declined);
    assertThat(gxca.post("signing-sessions/" + other + "/decline", "").outcome()).isEqualTo("200");
    assertThat(sign(gxca, other, "gxca/mobile-sm2", HASH).outcome())
        .isEqualTo("409 session-declined");
    assertThat(state(other)).isEqualTo("DECLINED");
  }

  @Test
  void session_that_expired_can_neither_be_claimed_nor_signed() throws Exception {
    HttpResponse<String> early = open("");
    HttpResponse<String> late = open("");
    claim(gxca, late);
    String id = DemoClient.first(late, "sessionId");
    update(
        "update signing_session set expires_at = utc_timestamp(6) where state = 'OPEN'"
            + " and id = '"
            + DemoClient.first(early, "sessionId")
            + "' or id = '"
            + id
            + "'");
    assertThat(claim(gxca, early).outcome()).isEqualTo("409 session-expired");
    assertThat(sign(gxca, id, "gxca/mobile-sm2", HASH).outcome()).isEqualTo("409 session-expired");
    assertThat(state(id)).isEqualTo("EXPIRED");
    await(() -> count("signing_session where state = 'EXPIRED' and id = '" + id + "'") == 1);
    assertThat(
            count(
                "audit_entry where action = 'SIGNING_SESSION_EXPIRED' and subject = '" + id + "'"))
        .isEqualTo(1);
  }

  @Test
  void bad_questions_name_the_field_and_open_nothing() throws Exception {
    long before = count("signing_session");
    assertThat(code(question("0101", "BID_DECRYPTION", ""))).isEqualTo("STAGE_CANNOT_SIGN stage");
    assertThat(code(question("77", "LOGIN", ""))).isEqualTo("UNKNOWN_CATEGORY category");
    assertThat(code(question("0101", "LOGIN", "<s:lifeSeconds>5</s:lifeSeconds>")))
        .isEqualTo("LIFETIME_UNFIT lifeSeconds");
    assertThat(code(question("0101", "LOGIN", "<s:callbackUrl>http://192.0.2.1/</s:callbackUrl>")))
        .isEqualTo("CALLBACK_NOT_ALLOWED callbackUrl");
    assertThat(code(question("0101", "LOGIN", "<s:project>none</s:project>")))
        .isEqualTo("UNKNOWN_PROJECT project");
    assertThat(code("<s:hash>AAAA</s:hash>")).startsWith("SCHEMA");
    assertThat(count("signing_session")).isEqualTo(before);
    assertThat(gxca.post("signing-sessions/claims", "{\"payload\":\"x\"}").outcome())
        .isEqualTo("400 invalid-parameter");
    assertThat(
            gxca.post("signing-sessions/claims", "{\"payload\":\"" + "A".repeat(43) + "\"}")
                .outcome())
        .isEqualTo("404 token-unknown");
  }

  @Test
  void callback_is_signed_and_comes_again_until_it_is_taken() throws Exception {
    record Call(String signed, String body) {}
    List<Call> calls = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/ended",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          String signed =
              exchange.getRequestHeaders().getFirst("Webhook-Timestamp")
                  + "."
                  + exchange.getRequestHeaders().getFirst("Webhook-Id")
                  + "."
                  + body
                  + " "
                  + exchange.getRequestHeaders().getFirst("Webhook-Signature");
          calls.add(new Call(signed, body));
          exchange.sendResponseHeaders(calls.size() == 1 ? 503 : 204, -1);
          exchange.close();
        });
    server.start();
    update(
        "insert ignore into allowed_host values ('450100', '127.0.0.1', 'test', utc_timestamp(6))");
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/ended";
    HttpResponse<String> opened = open("<s:callbackUrl>" + url + "</s:callbackUrl>");
    String id = DemoClient.first(opened, "sessionId");
    soap(NANNING, "CancelSigningSession", named(id));
    await(() -> calls.size() >= 2);
    server.stop(0);
    assertThat(calls.get(1).body()).contains(id, "\"state\":\"CANCELLED\"");
    byte[] secret = Base64.getDecoder().decode(DemoClient.first(opened, "callbackSecret"));
    String[] parts = calls.get(1).signed().split(" ");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    assertThat(parts[1])
        .isEqualTo("v1=" + HexFormat.of().formatHex(mac.doFinal(parts[0].getBytes(UTF_8))));
    await(() -> count("signing_session where callback_due_at is not null") == 0);
  }

  @Test
  void token_is_nowhere_in_the_database() throws Exception {
    String payload = DemoClient.first(open(""), "payload");
    String token = payload.substring(payload.indexOf('#') + 1);
    assertThat(count("signing_session where token_sha256 = sha2('" + token + "', 256)"))
        .isEqualTo(1);
    assertThat(count("audit_entry where details like '%" + token + "%'")).isZero();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void claimed_session_survives_the_kill_of_the_server_and_is_signed_afterwards() throws Exception {
    HttpResponse<String> opened = open("<s:lifeSeconds>1800</s:lifeSeconds>");
    String id = DemoClient.first(opened, "sessionId");
    claim(gxca, opened);
    registry.killServer();
    registry.awaitEnd();
    registry.start();
    assertThat(state(id)).isEqualTo("CLAIMED");
    assertThat(claim(huace, opened).outcome()).isEqualTo("409 already-claimed");
    assertThat(sign(gxca, id, "gxca/mobile-sm2", HASH).outcome()).isEqualTo("200");
    assertThat(state(id)).isEqualTo("SIGNED");
  }

  private static HttpResponse<String> open(String more) {
    HttpResponse<String> opened =
        soap(NANNING, "OpenSigningSession", question("0101", "CONTRACT_SIGNING", more));
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
    return opened;
  }

  private static String question(String category, String stage, String more) {
    return "<s:hash>%s</s:hash><s:hashAlgorithm>SM3</s:hashAlgorithm><s:purpose>签署合同 &amp; 附件</s:purpose><s:category>%s</s:category><s:stage>%s</s:stage>%s"
        .formatted(base64(HASH), category, stage, more);
  }

  private static String named(String id) {
    return "<s:sessionId>" + id + "</s:sessionId>";
  }

  private static HttpResponse<String> get(String centre, String id) {
    return soap(centre, "GetSigningSession", named(id));
  }

  private static String state(String id) {
    return DemoClient.first(get(NANNING, id), "state");
  }

  private static String code(String question) {
    HttpResponse<String> fault = soap(NANNING, "OpenSigningSession", question);
    return DemoClient.first(fault, "code") + " " + DemoClient.first(fault, "field");
  }

  private static HttpResponse<String> soap(String centre, String operation, String content) {
    String envelope =
        "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><s:%1$s xmlns:s=\"urn:trustregistry:signing:v1\">%2$s</s:%1$s></e:Body></e:Envelope>"
            .formatted(operation, content);
    return demo.send(
        demo.request("soap/v1/signing")
            .header("Authorization", demo.basic(centre))
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(BodyPublishers.ofString(envelope)));
  }

  private static Answer claim(Company company, HttpResponse<String> opened) throws Exception {
    String payload = DemoClient.first(opened, "payload");
    return company.post("signing-sessions/claims", "{\"payload\":\"" + payload + "\"}");
  }

  private static String outcomeOfClaim(Company company, HttpResponse<String> opened) {
    try {
      return claim(company, opened).outcome();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer sign(Company company, String id, String key, byte[] hash) throws Exception {
    return post(company, id, body(key, hash));
  }

  private static Answer post(Company company, String id, String body) throws Exception {
    return company.post("signing-sessions/" + id + "/signature", body);
  }

  private static String body(String key, byte[] hash) throws Exception {
    boolean sm2 = key.endsWith("sm2");
    PrivateKey secret =
        KeyFactory.getInstance(sm2 ? "EC" : "RSA", CRYPTO)
            .generatePrivate(new PKCS8EncodedKeySpec(demo.der(key + "-sign.key.pem")));
    Signature signer = Signature.getInstance(sm2 ? "SM3WITHSM2" : "SHA256WITHRSA", CRYPTO);
    signer.initSign(secret);
    signer.update(hash);
    return "{\"certificate\":\"%s\",\"signature\":\"%s\"}"
        .formatted(base64(demo.der(key + "-sign.pem")), base64(signer.sign()));
  }

  private static byte[] decoded(HttpResponse<String> answer, String element) {
    return Base64.getMimeDecoder().decode(DemoClient.first(answer, element));
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
      Thread.sleep(100);
    }
  }

  private static long count(String rows) throws Exception {
    return Long.parseLong(text("select count(*) from " + rows));
  }

  private static String text(String sql) throws Exception {
    try (Connection connection = connection();
        Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      assertThat(rows.next()).as(sql).isTrue();
      return rows.getString(1);
    }
  }

  private static void update(String sql) throws Exception {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static Connection connection() throws Exception {
    var database = registry.database();
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
