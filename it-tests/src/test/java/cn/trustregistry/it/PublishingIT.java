package cn.trustregistry.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.demo.CertificatePress;
import cn.trustregistry.pki.Digests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Publishing many certificates, finding them again, and bodies that are not what they should be.
 */
@ExtendWith(SharedRegistry.class)
class PublishingIT {
  private static final String NDJSON = "application/x-ndjson";
  private static final String DER = "application/pkix-cert";
  private static final String BULK = "api/v1/certificates/bulk";
  private static final String LIST = "api/v1/certificates";
  private static final String FILE = "api/v1/certificates?holderKind=UNIT&medium=USB_KEY";

  private RegistryProcess registry;
  private DemoClient client;
  private CertificatePress press;

  @BeforeEach
  void meet(RegistryProcess shared) throws IOException {
    registry = shared;
    client = DemoClient.of(shared);
    press = CertificatePress.of(shared.data());
  }

  @Test
  void bad_lines_are_refused_with_their_problems_and_the_good_ones_are_published() {
    byte[] good = press.signing(100_001);
    byte[] weak = press.weak(100_002);
    String body =
        CertificatePress.line(good)
            + "nonsense\n"
            + "{\"certificate\":\"@@\",\"holderKind\":\"UNIT\",\"medium\":\"USB_KEY\"}\n"
            + CertificatePress.line(good).replace("UNIT", "NOBODY")
            + CertificatePress.line(good).replace("medium", "media")
            + CertificatePress.line(client.der("huace/new-rsa-sign.pem"))
            + CertificatePress.line(client.der("gxca/ca/issuing-rsa.pem"))
            + CertificatePress.line(weak)
            + "{\"certificate\":\""
            + "A".repeat(300_000)
            + "\"}\n"
            + CertificatePress.line(good)
            + CertificatePress.line(press.signing(100_003)).strip();
    HttpResponse<String> answer = client.post("gxca-client", BULK, NDJSON, body.getBytes(UTF_8));
    assertThat(answer.statusCode()).isEqualTo(200);
    List<String> lines = answer.body().lines().toList();
    assertThat(lines).hasSize(13);
    assertThat(lines.get(0)).contains("\"line\":1", "PUBLISHED", Digests.sha256(good));
    assertRefused(lines.get(1), 2, 400, "malformed-submission", "line");
    assertRefused(lines.get(2), 3, 400, "malformed-submission", "certificate");
    assertRefused(lines.get(3), 4, 400, "malformed-submission", "holderKind");
    assertRefused(lines.get(4), 5, 400, "malformed-submission", "media");
    assertRefused(lines.get(5), 6, 422, "foreign-issuer", "certificate");
    assertRefused(lines.get(6), 7, 422, "ca-certificate", "certificate");
    assertRefused(lines.get(7), 8, 422, "lint", "certificate");
    assertThat(lines.get(7)).contains("\"lint\":\"e_rsa_mod_less_than_2048_bits\"");
    assertRefused(lines.get(8), 9, 400, "malformed-submission", "line");
    assertThat(lines.get(9)).contains("\"line\":10", "REPEATED", Digests.sha256(good));
    assertThat(lines.get(10)).contains("\"line\":11", "PUBLISHED");
    assertThat(lines.get(11)).startsWith("{\"progress\":").contains("\"published\":2");
    assertThat(lines.get(12)).contains("\"summary\"", "\"refused\":8", "\"complete\":true");
    assertPublished(good);
    assertNotPublished(weak);
  }

  @Test
  void bulk_of_another_company_is_refused_line_by_line_and_stores_nothing() {
    byte[] mine = press.signing(100_010);
    HttpResponse<String> answer =
        client.post("huace-client", BULK, NDJSON, CertificatePress.line(mine).getBytes(UTF_8));
    assertRefused(answer.body().lines().findFirst().orElse(""), 1, 422, "foreign-issuer", "");
    assertNotPublished(mine);
    assertThat(client.get("huace-client", read(mine)).statusCode()).isEqualTo(404);
  }

  @Test
  void many_lines_come_back_each_with_its_result_to_a_client_that_reads_late() {
    int count = 1_203;
    String body = String.join("", press.lines(110_000, count));
    HttpResponse<String> answer = client.post("gxca-client", BULK, NDJSON, body.getBytes(UTF_8));
    assertThat(answer.body().lines().filter(line -> line.startsWith("{\"line\":"))).hasSize(count);
    assertThat(answer.body().lines().filter(line -> line.startsWith("{\"progress\":"))).hasSize(3);
    assertThat(answer.body()).contains("\"published\":" + count + ",");
  }

  @Test
  void dry_run_says_the_same_and_stores_nothing() {
    byte[] fresh = press.signing(100_020);
    String lines = CertificatePress.line(fresh) + CertificatePress.line(press.weak(100_021));
    HttpResponse<String> bulk =
        client.post("gxca-client", BULK + "?dryRun=true", NDJSON, lines.getBytes(UTF_8));
    assertThat(bulk.body()).contains("\"status\":\"FIT\"", "w_pair_missing", "\"dryRun\":true");
    assertThat(bulk.body()).contains("e_rsa_mod_less_than_2048_bits");
    HttpResponse<String> one = client.post("gxca-client", FILE + "&dryRun=true", DER, fresh);
    assertThat(one.statusCode()).isEqualTo(200);
    assertThat(one.body()).contains("\"status\":\"FIT\"");
    HttpResponse<String> weak =
        client.post("gxca-client", FILE + "&dryRun=true", DER, press.weak(100_021));
    assertProblem(weak, 422, "lint");
    assertNotPublished(fresh);
  }

  @Test
  void file_with_several_certificates_is_answered_one_by_one() throws Exception {
    byte[] bag = bag(press.encryption(100_030), press.signing(100_030), press.weak(100_031));
    HttpResponse<String> answer = client.post("gxca-client", FILE, "application/pkcs7-mime", bag);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"published\":2", "\"refused\":1", "\"position\":3");
    assertThat(answer.body()).doesNotContain("w_pair_missing");
    assertPublished(press.signing(100_030));
    String pem = new String(client.file("gxca/unit-rsa-sign.pem"), UTF_8);
    HttpResponse<String> twice =
        client.post("gxca-client", FILE, "application/x-pem-file", (pem + pem).getBytes(UTF_8));
    assertThat(twice.body()).contains("\"repeated\":2");
  }

  @Test
  void pair_is_kept_and_has_to_match() {
    byte[] encryption = press.encryption(100_040);
    byte[] signing = press.signing(100_040);
    client.post("gxca-client", FILE, DER, encryption);
    String pair = "&pair=" + Digests.sha256(encryption);
    HttpResponse<String> stranger =
        client.post("gxca-client", FILE + pair, DER, press.signing(100_041));
    assertProblem(stranger, 422, "lint");
    assertThat(stranger.body()).contains("e_pair_does_not_match");
    assertThat(client.post("gxca-client", FILE + pair, DER, signing).statusCode()).isEqualTo(201);
    assertThat(client.get("gxca-client", read(signing)).body())
        .contains("\"pair\":\"" + Digests.sha256(encryption) + "\"");
  }

  @Test
  void same_certificate_from_many_at_once_is_stored_once_and_answers_all_the_same() {
    byte[] der = press.signing(100_050);
    List<HttpResponse<String>> answers =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(i -> client.post("gxca-client", FILE, DER, der))
            .toList();
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
  }

  @Test
  void certificates_are_found_by_what_they_say_and_by_how_they_stand() {
    byte[] der = press.signing(100_060);
    HttpResponse<String> published = client.post("gxca-client", FILE, DER, der);
    String uscc = member(published, "uscc");
    String serial = member(published, "serial");
    String found = "\"sha256\":\"" + Digests.sha256(der) + "\"";
    for (String query :
        List.of(
            "subject=" + URLEncoder.encode("投标人" + uscc, UTF_8),
            "uscc=" + uscc.toLowerCase(Locale.ROOT),
            "serial=" + serial,
            "sha256=" + Digests.sha256(der),
            "uscc=" + uscc + "&medium=USB_KEY&holderKind=UNIT&state=GOOD",
            "uscc=" + uscc + "&validAt=2026-12-01T00:00:00Z")) {
      assertThat(client.get("gxca-client", LIST + "?" + query).body()).as(query).contains(found);
      assertThat(client.get("huace-client", LIST + "?" + query).body())
          .as("of another company: " + query)
          .contains("\"certificates\":[]");
    }
    for (String query :
        List.of(
            "uscc=" + uscc + "&medium=MOBILE",
            "uscc=" + uscc + "&state=REVOKED",
            "uscc=" + uscc + "&validAt=2030-01-01T00:00:00Z",
            "subject=" + uscc + "_",
            "subject=%25" + uscc)) {
      assertThat(client.get("gxca-client", LIST + "?" + query).body())
          .as(query)
          .contains("\"certificates\":[]");
    }
  }

  @Test
  void revoked_certificate_is_found_as_revoked_at_once() {
    byte[] der = press.signing(100_070);
    String uscc = member(client.post("gxca-client", FILE, DER, der), "uscc");
    String notice = "{\"certificate\":\"" + Digests.sha256(der) + "\",\"action\":\"HOLD\"}";
    client.post("gxca-client", "api/v1/revocations", "application/json", notice.getBytes(UTF_8));
    assertThat(client.get("gxca-client", LIST + "?state=ON_HOLD&uscc=" + uscc).body())
        .contains(Digests.sha256(der));
  }

  @Test
  void delta_listing_goes_on_from_its_cursor_with_what_came_since() {
    String cursor = end();
    byte[] first = press.signing(100_080);
    byte[] second = press.signing(100_081);
    client.post("gxca-client", FILE, DER, first);
    client.post("gxca-client", FILE, DER, second);
    HttpResponse<String> page = client.get("gxca-client", LIST + "?limit=1&cursor=" + cursor);
    assertThat(page.body()).contains(Digests.sha256(first)).doesNotContain(Digests.sha256(second));
    HttpResponse<String> next = client.get("gxca-client", LIST + "?cursor=" + member(page, "next"));
    assertThat(next.body()).contains(Digests.sha256(second), "\"more\":false");
    HttpResponse<String> nothing =
        client.get("gxca-client", LIST + "?cursor=" + member(next, "next"));
    assertThat(nothing.body()).contains("\"certificates\":[]");
    assertThat(member(nothing, "next")).isEqualTo(member(next, "next"));
  }

  @Test
  void parameters_that_make_no_sense_are_problems_that_name_them() {
    for (String query :
        List.of("limit=0", "limit=many", "cursor=-1", "state=LOST", "validAt=now", "serial=xyz")) {
      HttpResponse<String> answer = client.get("gxca-client", LIST + "?" + query);
      assertProblem(answer, 400, "invalid-parameter");
      assertThat(answer.body())
          .contains("\"field\":\"" + query.substring(0, query.indexOf('=')) + "\"");
    }
    assertProblem(
        client.post("gxca-client", FILE + "&dryRun=perhaps", DER, press.signing(100_090)),
        400,
        "invalid-parameter");
    assertNotPublished(press.signing(100_090));
  }

  @Test
  void who_has_the_answer_already_gets_304_and_who_accepts_gzip_gets_it() throws Exception {
    byte[] der = press.signing(100_100);
    client.post("gxca-client", FILE, DER, der);
    HttpResponse<String> read = client.get("gxca-client", read(der));
    String tag = read.headers().firstValue("ETag").orElseThrow();
    assertThat(conditional(read(der), "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(conditional(read(der), "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
    HttpResponse<byte[]> compressed = conditional(read(der), "Accept-Encoding", "gzip");
    assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(compressed.headers().firstValue("Vary")).contains("Accept-Encoding");
    try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
      assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo(read.body());
    }
  }

  @Test
  void half_sent_certificate_is_not_stored() throws Exception {
    byte[] der = press.signing(100_110);
    assertThat(sendHalf(DER, FILE, der, der.length / 2)).isEmpty();
    assertNotPublished(der);
  }

  @Test
  void half_sent_line_of_a_bulk_is_not_stored() throws Exception {
    byte[] der = press.signing(100_120);
    byte[] line = CertificatePress.line(der).getBytes(UTF_8);
    sendHalf(NDJSON, BULK, line, line.length - 20);
    assertNotPublished(der);
  }

  /** Announces a body, sends a part of it, hangs up, and returns what came back. */
  private String sendHalf(String type, String path, byte[] body, int part) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", registry.port())) {
      String head =
          "POST /%s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nContent-Type: %s\r\n"
                  .formatted(path, client.basic("gxca-client"), type)
              + "Content-Length: "
              + body.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(body, 0, part);
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private HttpResponse<byte[]> conditional(String path, String header, String value)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            client
                .request(path)
                .header("Authorization", client.basic("gxca-client"))
                .header(header, value)
                .GET()
                .build(),
            BodyHandlers.ofByteArray());
  }

  /** The cursor at the end of the listing. */
  private String end() {
    String cursor = "0";
    while (true) {
      HttpResponse<String> page = client.get("gxca-client", LIST + "?limit=1000&cursor=" + cursor);
      cursor = member(page, "next");
      if (page.body().contains("\"more\":false")) {
        return cursor;
      }
    }
  }

  private static String read(byte[] der) {
    return "api/v1/certificates/" + Digests.sha256(der);
  }

  private void assertPublished(byte[] der) {
    assertThat(client.get("gxca-client", read(der)).statusCode()).isEqualTo(200);
  }

  private void assertNotPublished(byte[] der) {
    assertProblem(client.get("gxca-client", read(der)), 404, "not-found");
  }

  private static void assertRefused(
      String line, int number, int status, String type, String field) {
    assertThat(line)
        .contains(
            "\"line\":" + number + ",\"status\":\"REFUSED\"",
            "\"type\":\"/problems/" + type + "\"",
            "\"status\":" + status,
            field);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"type\":\"/problems/" + type + "\"");
  }

  private static String member(HttpResponse<String> answer, String name) {
    assertThat(answer.body()).contains("\"" + name + "\":\"");
    return answer.body().replaceAll("(?s).*\"" + name + "\":\"([^\"]*)\".*", "$1");
  }

  private static byte[] bag(byte[]... certificates) throws IOException, CMSException {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    for (byte[] der : certificates) {
      generator.addCertificate(new X509CertificateHolder(der));
    }
    return generator.generate(new CMSProcessableByteArray(new byte[0])).getEncoded();
  }
}
