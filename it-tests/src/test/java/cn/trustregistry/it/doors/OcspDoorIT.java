package cn.trustregistry.it.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code openssl ocsp} and plain HTTP clients meet at the OCSP door. */
@ArquillianTest
@RunAsClient
class OcspDoorIT {
  private static final String URL = TestServers.containerBase() + "ocsp";
  private static final String ISSUER = "gxca/ca/issuing-rsa.pem";
  private static final byte[] MALFORMED = {0x30, 3, 10, 1, 1};

  private final DemoClient client = DemoClient.ofContainer();
  private final HttpClient http = HttpClient.newHttpClient();

  private final CommandLine shell = new CommandLine();
  private final Path folder = shell.folder();

  @BeforeEach
  void take_the_registry_s_certificate_in() {
    HttpResponse<String> pem = client.send(client.request("registry-certificates/ocsp.pem").GET());
    write("registry.pem", pem.body().getBytes(UTF_8));
    write("issuer.pem", client.file(ISSUER));
  }

  @Test
  void good_certificate_is_good_and_the_nonce_comes_back() {
    String answer = ask("gxca/unit-rsa-sign.pem");
    assertThat(answer).contains("Response verify OK", "certificate.pem: good", "Next Update:");
    assertThat(answer).doesNotContain("WARNING");
  }

  @Test
  void revoked_certificate_has_its_time_and_reason_and_one_on_hold_is_revoked_with_that_reason() {
    assertThat(ask("gxca/revoked-rsa-sign.pem"))
        .contains("certificate.pem: revoked", "Reason: keyCompromise", "Revocation Time:");
    write("issuer.pem", client.file("gxca/ca/issuing-sm2.pem"));
    assertThat(ask("gxca/on-hold-sm2-sign.pem"))
        .contains("certificate.pem: revoked", "Reason: certificateHold");
  }

  @Test
  void certificate_of_a_foreign_issuer_or_that_nobody_published_is_unknown() {
    assertThat(ask("gxca/new-sm2-sign.pem")).contains("certificate.pem: unknown");
    write("issuer.pem", client.file("huace/ca/root-rsa.pem"));
    assertThat(shell.run(command("-serial", "0x1234567890")))
        .contains("Response verify OK", "0x1234567890: unknown");
    shell.run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "other.key",
        "-out",
        "issuer.pem",
        "-subj",
        "/CN=foreign",
        "-days",
        "2");
    assertThat(shell.run(command("-serial", "1"))).contains("Response verify OK", "1: unknown");
  }

  @Test
  void several_certificates_are_answered_in_one_response() {
    write("revoked.pem", client.file("gxca/revoked-rsa-sign.pem"));
    write("certificate.pem", client.file("gxca/unit-rsa-sign.pem"));
    assertThat(shell.run(command("-cert", "certificate.pem", "-cert", "revoked.pem")))
        .contains("certificate.pem: good", "revoked.pem: revoked");
  }

  @Test
  void get_with_curl_has_the_headers_of_rfc_5019_and_the_same_answer_until_evidence_changes() {
    String address = URL + "/" + escaped(request("gxca/unit-rsa-sign.pem"));
    String head = shell.run("curl", "-sS", "-D", "-", "-o", "response.der", address);
    assertThat(head).contains("200", "application/ocsp-response");
    assertThat(head).containsPattern("(?i)cache-control: max-age=[1-9][0-9]*, public");
    assertThat(head).containsPattern("(?i)etag: \"[0-9a-f]{64}\"");
    assertThat(head).containsPattern("(?i)last-modified: \\w").containsPattern("(?i)expires: \\w");
    assertThat(
            shell.run(
                "openssl",
                "ocsp",
                "-respin",
                "response.der",
                "-issuer",
                "issuer.pem",
                "-cert",
                "certificate.pem",
                "-VAfile",
                "registry.pem",
                "-no_nonce"))
        .contains("Response verify OK", "certificate.pem: good");
    Matcher tag = Pattern.compile("(?i)etag: (\"[0-9a-f]{64}\")").matcher(head);
    assertThat(tag.find()).isTrue();
    assertThat(shell.run("curl", "-sS", "-i", "-H", "If-None-Match: " + tag.group(1), address))
        .contains("304");
  }

  @Test
  void kept_answer_is_forgotten_when_a_revocation_was_acknowledged() {
    write("certificate.pem", client.file("gxca/legacy-rsa-sign.pem"));
    String address = URL + "/" + escaped(request("gxca/legacy-rsa-sign.pem"));
    assertThat(read(address)).contains("certificate.pem: good");
    String sha256 = fingerprint("certificate.pem");
    assertThat(notice(sha256, "HOLD").statusCode()).isEqualTo(201);
    assertThat(read(address)).contains("certificate.pem: revoked", "certificateHold");
    assertThat(notice(sha256, "RELEASE").statusCode()).isEqualTo(201);
    assertThat(read(address)).contains("certificate.pem: good");
  }

  @Test
  void post_without_a_nonce_gets_the_answer_that_get_gets_and_one_with_a_nonce_its_own() {
    byte[] plain = request("gxca/unit-rsa-sign.pem");
    byte[] signed = get(URL + "/" + escaped(plain)).body();
    assertThat(post("application/ocsp-request", plain).body()).isEqualTo(signed);
    byte[] own = post("application/ocsp-request", withNonce(16)).body();
    assertThat(new String(own, StandardCharsets.ISO_8859_1)).contains("N".repeat(16));
  }

  @Test
  void nonsense_is_malformed_and_the_server_keeps_serving() {
    assertThat(post("application/ocsp-request", new byte[] {1, 2, 3}).body()).isEqualTo(MALFORMED);
    assertThat(post("application/ocsp-request", new byte[0]).body()).isEqualTo(MALFORMED);
    byte[] half = Arrays.copyOf(request("gxca/unit-rsa-sign.pem"), 40);
    assertThat(post("application/ocsp-request", half).body()).isEqualTo(MALFORMED);
    HttpResponse<byte[]> type = post("text/plain", request("gxca/unit-rsa-sign.pem"));
    assertThat(type.statusCode()).isEqualTo(415);
    assertThat(type.body()).isEqualTo(MALFORMED);
    HttpResponse<byte[]> huge = post("application/ocsp-request", new byte[1 << 16]);
    assertThat(huge.statusCode()).isEqualTo(413);
    assertThat(huge.body()).isEqualTo(MALFORMED);
    assertThat(get(URL + "/not-base64!").body()).isEqualTo(MALFORMED);
    assertThat(get(URL).body()).isEqualTo(MALFORMED);
    assertThat(ask("gxca/unit-rsa-sign.pem")).contains("certificate.pem: good");
  }

  @Test
  void nonce_of_128_octets_comes_back_and_a_longer_or_an_empty_one_is_malformed() {
    byte[] good = post("application/ocsp-request", withNonce(128)).body();
    assertThat(good.length).isGreaterThan(300);
    assertThat(new String(good, StandardCharsets.ISO_8859_1)).contains("N".repeat(128));
    assertThat(post("application/ocsp-request", withNonce(129)).body()).isEqualTo(MALFORMED);
    assertThat(post("application/ocsp-request", withNonce(0)).body()).isEqualTo(MALFORMED);
  }

  @Test
  void issuer_delegates_to_a_key_of_the_registry_and_clients_need_nothing_but_the_chain() {
    Path ca = TestServers.containerData().resolve("demo/itrus/ca");
    write("issuer.pem", client.file("itrus/ca/issuing-rsa.pem"));
    String chain =
        new String(client.file("itrus/ca/root-rsa.pem"), UTF_8)
            + new String(client.file("itrus/ca/issuing-rsa.pem"), UTF_8);
    write("chain.pem", chain.getBytes(UTF_8));
    String issuer = fingerprint("issuer.pem");
    String body = "{\"issuer\":\"" + issuer + "\"}";
    HttpResponse<String> foreign = json("gxca-client", body);
    assertThat(foreign.statusCode()).as(foreign.body()).isEqualTo(422);
    assertThat(foreign.body()).contains("unknown-issuer");
    HttpResponse<String> made = json("itrus-client", body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = field(made.body(), "id");
    write("request.pem", field(made.body(), "request").replace("\\n", "\n").getBytes(UTF_8));
    write("extensions", "extendedKeyUsage=OCSPSigning\nnoCheck=ignored\n".getBytes(UTF_8));
    write("plain", "keyUsage=digitalSignature\n".getBytes(UTF_8));
    HttpResponse<String> unfit = certify(id, certified(ca, "plain"));
    assertThat(unfit.statusCode()).isEqualTo(422);
    assertThat(unfit.body()).contains("unfit-certificate", "id-kp-OCSPSigning");
    byte[] certificate = certified(ca, "extensions");
    assertThat(
            put("gxca-client", "api/v1/responders/" + id + "/certificate", certificate)
                .statusCode())
        .isEqualTo(404);
    assertThat(certify(id, certificate).statusCode()).isEqualTo(200);
    write("certificate.pem", client.file("itrus/unit-rsa-sign.pem"));
    String trustingTheChain =
        shell.run(
            "openssl",
            "ocsp",
            "-issuer",
            "issuer.pem",
            "-cert",
            "certificate.pem",
            "-url",
            URL,
            "-CAfile",
            "chain.pem");
    assertThat(trustingTheChain).contains("Response verify OK", "certificate.pem: good");
    HttpResponse<String> ended =
        client.send(
            client
                .request("api/v1/responders/" + id)
                .header("Authorization", client.basic("itrus-client"))
                .DELETE());
    assertThat(ended.statusCode()).isEqualTo(204);
    assertThat(shell.run(command("-cert", "certificate.pem")))
        .contains("Response verify OK", "certificate.pem: good");
  }

  private String fingerprint(String pem) {
    return shell
        .run("openssl", "x509", "-in", pem, "-noout", "-fingerprint", "-sha256")
        .replaceAll(".*=", "")
        .replace(":", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private byte[] certified(Path ca, String extensions) {
    shell.run(
        "openssl",
        "x509",
        "-req",
        "-in",
        "request.pem",
        "-CA",
        "issuer.pem",
        "-CAkey",
        ca.resolve("issuing-rsa.key.pem").toString(),
        "-set_serial",
        String.valueOf(System.nanoTime()),
        "-days",
        "30",
        "-extfile",
        extensions,
        "-out",
        "responder.pem");
    try {
      return Files.readAllBytes(folder.resolve("responder.pem"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> certify(String id, byte[] pem) {
    return put("itrus-client", "api/v1/responders/" + id + "/certificate", pem);
  }

  private HttpResponse<String> put(String clientId, String path, byte[] body) {
    return client.send(
        client
            .request(path)
            .header("Authorization", client.basic(clientId))
            .header("Content-Type", "application/x-pem-file")
            .PUT(BodyPublishers.ofByteArray(body)));
  }

  private HttpResponse<String> json(String clientId, String body) {
    return client.post(clientId, "api/v1/responders", "application/json", body.getBytes(UTF_8));
  }

  private HttpResponse<String> notice(String sha256, String action) {
    String body = "{\"certificate\":\"" + sha256 + "\",\"action\":\"" + action + "\"}";
    return client.post(
        "gxca-client", "api/v1/revocations", "application/json", body.getBytes(UTF_8));
  }

  private static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    assertThat(found.find()).as(json).isTrue();
    return found.group(1);
  }

  private String ask(String certificate) {
    write("certificate.pem", client.file(certificate));
    return shell.run(command("-cert", "certificate.pem"));
  }

  private static String[] command(String... asked) {
    String[] fixed = {
      "openssl", "ocsp", "-issuer", "issuer.pem", "-url", URL, "-VAfile", "registry.pem"
    };
    String[] whole = Arrays.copyOf(fixed, fixed.length + asked.length);
    System.arraycopy(asked, 0, whole, fixed.length, asked.length);
    return whole;
  }

  /** A request without a nonce, as openssl writes it. */
  private byte[] request(String certificate) {
    write("certificate.pem", client.file(certificate));
    shell.run(
        "openssl",
        "ocsp",
        "-issuer",
        "issuer.pem",
        "-cert",
        "certificate.pem",
        "-no_nonce",
        "-reqout",
        "request.der");
    try {
      return Files.readAllBytes(folder.resolve("request.der"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] withNonce(int octets) {
    try {
      var plain = OCSPRequest.getInstance(request("gxca/unit-rsa-sign.pem"));
      var nonce =
          new Extension(
              OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
              false,
              new DEROctetString("N".repeat(octets).getBytes(UTF_8)).getEncoded());
      var tbs = new TBSRequest(null, plain.getTbsRequest().getRequestList(), new Extensions(nonce));
      return new OCSPRequest(tbs, null).getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String address) {
    write("response.der", get(address).body());
    return shell.run(
        "openssl",
        "ocsp",
        "-respin",
        "response.der",
        "-issuer",
        "issuer.pem",
        "-cert",
        "certificate.pem",
        "-VAfile",
        "registry.pem",
        "-no_nonce");
  }

  private static String escaped(byte[] request) {
    return Base64.getEncoder()
        .encodeToString(request)
        .replace("+", "%2B")
        .replace("/", "%2F")
        .replace("=", "%3D");
  }

  private HttpResponse<byte[]> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).GET());
  }

  private HttpResponse<byte[]> post(String type, byte[] body) {
    return send(
        HttpRequest.newBuilder(URI.create(URL))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void write(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
