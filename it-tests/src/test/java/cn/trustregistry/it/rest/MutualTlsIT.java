package cn.trustregistry.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.RegistryProcess;
import cn.trustregistry.it.SharedRegistry;
import cn.trustregistry.it.rest.Company.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that prove themselves with the certificate of their TLS connection (RFC 8705). */
@ExtendWith(SharedRegistry.class)
class MutualTlsIT {
  private static final Duration YEAR = Duration.ofDays(365);

  private final RegistryProcess registry;
  private final X509Certificate server;
  private final Instant now = Instant.now();
  private final TlsClient client = TlsClient.valid(now.minus(YEAR), now.plus(YEAR));

  MutualTlsIT(RegistryProcess registry) throws Exception {
    this.registry = registry;
    KeyStore key =
        KeyStore.getInstance(
            registry.data().resolve("secrets/https.p12").toFile(), "changeit".toCharArray());
    server = (X509Certificate) key.getCertificate("registry");
  }

  private Company company(String clientId) {
    return new Company(registry.base(), clientId, DemoClient.of(registry).secret(clientId));
  }

  private Answer register(String clientId, TlsClient certificate, String more) throws Exception {
    return company(clientId)
        .post(
            "client/proofs",
            "{\"kind\":\"CERTIFICATE\",\"sha256\":\"" + certificate.sha256() + "\"" + more + "}");
  }

  private void end(String clientId, Answer added) throws Exception {
    assertThat(company(clientId).delete("client/proofs/" + added.object().getString("id")).status())
        .isEqualTo(204);
  }

  private Answer whoAmI(HttpClient http) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(registry.secureBase().resolve("api/v1/client")).build();
    return new Answer(http.send(request, BodyHandlers.ofString()));
  }

  private Answer whoAmI(TlsClient certificate) throws Exception {
    return whoAmI(certificate.http(server, Version.HTTP_1_1, "TLSv1.3"));
  }

  @Test
  void registered_certificate_is_its_client_whatever_the_version_of_tls_and_http()
      throws Exception {
    Answer added = register("huace-client", client, "");

    for (String tls : new String[] {"TLSv1.2", "TLSv1.3"}) {
      for (Version version : Version.values()) {
        Answer answer = whoAmI(client.http(server, version, tls));
        assertThat(answer.response().version()).isEqualTo(version);
        assertThat(answer.object().getString("clientId")).isEqualTo("huace-client");
      }
    }
    end("huace-client", added);
  }

  @Test
  void unknown_certificate_passes_the_handshake_and_is_nobody() throws Exception {
    assertThat(whoAmI(client).outcome()).isEqualTo("401 not-authenticated");
  }

  @Test
  void ended_proof_no_longer_counts_even_on_the_connection_it_opened() throws Exception {
    Answer added = register("huace-client", client, "");
    HttpClient http = client.http(server, Version.HTTP_1_1, "TLSv1.3");
    assertThat(whoAmI(http).status()).isEqualTo(200);

    end("huace-client", added);

    assertThat(whoAmI(http).outcome()).isEqualTo("401 not-authenticated");
  }

  @Test
  void proof_counts_until_the_time_it_was_given() throws Exception {
    Instant end = Instant.now().plusSeconds(4);
    register("huace-client", client, ",\"expiresAt\":\"" + end + "\"");
    HttpClient http = client.http(server, Version.HTTP_1_1, "TLSv1.3");
    Answer before = whoAmI(http);
    assertThat(Instant.now()).as("this machine is fast enough for this test").isBefore(end);
    assertThat(before.status()).isEqualTo(200);

    Thread.sleep(Duration.between(Instant.now(), end).plusMillis(10).toMillis());

    assertThat(whoAmI(http).outcome()).isEqualTo("401 not-authenticated");
  }

  @Test
  void certificate_outside_its_validity_is_nobody_although_it_is_registered() throws Exception {
    TlsClient expired = TlsClient.valid(now.minus(YEAR), now.minusSeconds(60));
    Answer added = register("huace-client", expired, "");

    assertThat(whoAmI(expired).outcome()).isEqualTo("401 not-authenticated");
    end("huace-client", added);
  }

  @Test
  void certificate_stands_for_one_client_only() throws Exception {
    Answer added = register("huace-client", client, "");

    assertThat(register("itrus-client", client, "").outcome()).isEqualTo("409 proof-refused");
    assertThat(whoAmI(client).object().getString("tenant")).isEqualTo("huace");
    end("huace-client", added);
  }

  @Test
  void certificate_of_one_company_does_not_see_another_companys_certificates() throws Exception {
    Answer added = register("itrus-client", client, "");
    HttpRequest request =
        HttpRequest.newBuilder(registry.secureBase().resolve("api/v1/certificates?limit=200"))
            .build();

    Answer answer =
        new Answer(
            client.http(server, Version.HTTP_2, "TLSv1.3").send(request, BodyHandlers.ofString()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).doesNotContain("gxca").doesNotContain("huace");
    end("itrus-client", added);
  }

  @Test
  void trading_centre_asks_with_its_certificate_and_with_a_token_got_by_it() throws Exception {
    Answer added = register("centre-450100", client, "");
    HttpClient http = client.http(server, Version.HTTP_1_1, "TLSv1.3");
    assertThat(whoAmI(http).object().getString("centre")).isEqualTo("450100");

    assertThat(ask(http, HttpRequest.newBuilder())).contains("verdict>VALID");

    Answer token =
        new Answer(
            http.send(
                HttpRequest.newBuilder(registry.secureBase().resolve("oauth2/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                    .build(),
                BodyHandlers.ofString()));
    assertThat(token.object().getString("scope")).isEqualTo("validate");
    TlsClient nobody = TlsClient.valid(now.minus(YEAR), now.plus(YEAR));
    assertThat(
            ask(
                nobody.http(server, Version.HTTP_1_1, "TLSv1.3"),
                HttpRequest.newBuilder()
                    .header("Authorization", "Bearer " + token.object().getString("access_token"))))
        .contains("verdict>VALID");
    end("centre-450100", added);
  }

  private String ask(HttpClient http, HttpRequest.Builder request) throws Exception {
    DemoClient demo = DemoClient.of(registry);
    String question = DemoClient.question(demo.der("gxca/unit-rsa-sign.pem"), "0101", "LOGIN");
    return http.send(
            request
                .uri(registry.secureBase().resolve("soap/v1/validation"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(BodyPublishers.ofString(DemoClient.ENVELOPE.formatted(question)))
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  @Test
  void centre_may_not_publish_and_company_may_not_ask() throws Exception {
    Answer centre = register("centre-450100", client, "");
    assertThat(centre.status()).isEqualTo(201);
    HttpRequest request =
        HttpRequest.newBuilder(registry.secureBase().resolve("api/v1/certificates")).build();
    HttpClient http = client.http(server, Version.HTTP_1_1, "TLSv1.3");
    assertThat(new Answer(http.send(request, BodyHandlers.ofString())).outcome())
        .isEqualTo("403 not-permitted");
    end("centre-450100", centre);

    Answer company = register("itrus-client", client, "");
    assertThat(company.status()).as("the centre's proof was ended").isEqualTo(201);
    assertThat(ask(http, HttpRequest.newBuilder())).contains("NOT_A_CENTRE");
    end("itrus-client", company);
  }

  @Test
  void tls_1_2_is_the_oldest_that_gets_an_answer() throws Exception {
    assertThat(firstOctet("0303")).as("a handshake message").isEqualTo(22);
    assertThat(firstOctet("0302")).as("an alert or nothing").isIn(21, -1);
  }

  /** What comes back to a ClientHello (RFC 5246 7.4.1.2) of this version, on P-256 with ECDSA. */
  private int firstOctet(String version) throws IOException {
    String random = "00".repeat(32);
    String suite = "0002c009";
    String extensions = "000e" + "000a00040002" + "0017" + "000b00020100";
    String hello = version + random + "00" + suite + "0100" + extensions;
    try (Socket socket = new Socket("127.0.0.1", registry.secureBase().getPort())) {
      socket.getOutputStream().write(HexFormat.of().parseHex("160301003d" + "01000039" + hello));
      return socket.getInputStream().read();
    }
  }

  @Test
  void credentials_in_clear_text_from_another_address_are_refused_unlooked_at() throws Exception {
    assertThat(plain("127.0.0.2", "Authorization: " + company("huace-client").basic()))
        .startsWith("HTTP/1.1 403")
        .contains("/problems/tls-required");
    assertThat(plain("127.0.0.2", "Authorization: Basic bm9ib2R5Om5vYm9keQ=="))
        .startsWith("HTTP/1.1 403");
    assertThat(plain("127.0.0.2", "X-Nothing: 0")).startsWith("HTTP/1.1 401");
    assertThat(plain("127.0.0.1", "Authorization: " + company("huace-client").basic()))
        .startsWith("HTTP/1.1 200");
  }

  /** The answer to a request over plain HTTP that comes from this address. */
  private String plain(String from, String header) throws IOException {
    InetAddress here = InetAddress.getByName("127.0.0.1");
    try (Socket socket = new Socket(here, registry.port(), InetAddress.getByName(from), 0)) {
      String request =
          "GET /api/v1/client HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + header
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void key_of_the_listener_is_its_owners_alone() throws Exception {
    assertThat(Files.getPosixFilePermissions(registry.data().resolve("secrets/https.p12")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(registry.output()).contains(registry.secureBase().toString(), "SHA-256 ");
  }
}
