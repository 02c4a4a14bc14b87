package cn.trustregistry.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.RegistryProcess;
import cn.trustregistry.it.rest.Company.Answer;
import cn.trustregistry.server.DatabaseConnection;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import company.client.ApiClient;
import company.client.api.DefaultApi;
import company.client.model.CrlView;
import company.client.model.PublishCrl201Response;
import company.client.model.TariffInput;
import company.client.model.TariffItemJson;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompanyDoorsIT {
  private static final String EXTERNAL = "https://login.example";
  private static final String AUDIENCE = "trust-registry";
  private static final ECKey EXTERNAL_KEY = Jwts.key("external");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String TARIFF =
      """
      {"validFrom":"2030-01-01T00:00:00+08:00","items":[{"id":"mobile","holderKind":"PERSON",
      "medium":"MOBILE","termMonths":12,"certificateFen":0,"mediumFen":0,"sealFen":0,
      "serviceFen":0,"monthlyFen":800,"freeMonths":2}]}""";

  private static RegistryProcess registry;
  private static Company gxca;
  private static Company huace;
  private static Company itrus;

  @BeforeAll
  static void start() throws Exception {
    Path jwks = Files.createTempFile("external", ".jwks");
    Files.writeString(jwks, new JWKSet(EXTERNAL_KEY.toPublicJWK()).toString());
    registry =
        RegistryProcess.named("company-doors")
            .setting("registry.outbound.addresses", "127.0.0.1")
            .setting("registry.limit.itrus.minute", "20")
            .setting("registry.token.external.issuer", EXTERNAL)
            .setting("registry.token.external.audience", AUDIENCE)
            .setting("registry.token.external.jwks", jwks.toString())
            .start();
    gxca = Company.of(registry.base(), registry.output(), "gxca-client");
    huace = Company.of(registry.base(), registry.output(), "huace-client");
    itrus = Company.of(registry.base(), registry.output(), "itrus-client");
  }

  @AfterAll
  static void end() throws Exception {
    registry.close();
  }

  @Test
  void token_opens_what_its_scope_says_and_nothing_else() throws Exception {
    String reading = gxca.tokenFor("read");
    String publishing = gxca.tokenFor("publish");
    assertThat(gxca.getWithToken("crls", reading).status()).isEqualTo(200);
    assertThat(gxca.getWithToken("crls", publishing).outcome()).isEqualTo("403 not-permitted");
    HttpRequest.Builder crl =
        HttpRequest.newBuilder(gxca.base().resolve("api/v1/crls"))
            .header("Authorization", "Bearer " + publishing)
            .header("Content-Type", "application/pkix-crl")
            .POST(HttpRequest.BodyPublishers.ofString("x"));
    assertThat(Company.send(crl).outcome()).isEqualTo("403 not-permitted");
    assertThat(gxca.token("client_id=gxca-client&client_secret=" + gxca.secret() + "&scope=admin"))
        .satisfies(
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.object().getString("error")).isEqualTo("invalid_scope");
            });
  }

  @Test
  void wrong_secret_and_wrong_grant_get_the_errors_of_rfc_6749() throws Exception {
    HttpRequest.Builder nobody = HttpRequest.newBuilder(gxca.base().resolve("api/v1/client"));
    assertThat(Company.send(nobody).outcome()).isEqualTo("401 not-authenticated");
    Answer wrong = gxca.token("client_id=gxca-client&client_secret=wrong");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.object().getString("error")).isEqualTo("invalid_client");
    assertThat(wrong.header("Cache-Control")).isEqualTo("no-store");
    Answer grant =
        Company.send(
            HttpRequest.newBuilder(gxca.base().resolve("oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password")));
    assertThat(grant.status()).isEqualTo(400);
    assertThat(grant.object().getString("error")).isEqualTo("unsupported_grant_type");
  }

  @Test
  void registered_key_signs_an_assertion_that_works_once() throws Exception {
    ECKey key = Jwts.key("mine");
    Answer added =
        huace.post(
            "client/proofs",
            "{\"kind\":\"PUBLIC_KEY\",\"jwk\":" + key.toPublicJWK().toJSONString() + "}");
    assertThat(added.status()).isEqualTo(201);
    String issuer = huace.base().toString().replaceFirst("/$", "");
    String assertion =
        Jwts.signed(key, Jwts.claims("huace-client", "huace-client", issuer).build());
    Answer first = huace.token(assertionForm(assertion));
    assertThat(first.status()).isEqualTo(200);
    assertThat(huace.getWithToken("client", first.object().getString("access_token")).status())
        .isEqualTo(200);
    assertThat(huace.token(assertionForm(assertion)).status()).isEqualTo(401);

    String strange =
        Jwts.signed(Jwts.key("mine"), Jwts.claims("huace-client", "huace-client", issuer).build());
    assertThat(huace.token(assertionForm(strange)).status()).isEqualTo(401);
    String elsewhere =
        Jwts.signed(
            key, Jwts.claims("huace-client", "huace-client", "https://other.example").build());
    assertThat(huace.token(assertionForm(elsewhere)).status()).isEqualTo(401);
    assertThat(
            huace
                .post(
                    "client/proofs", "{\"kind\":\"PUBLIC_KEY\",\"jwk\":" + key.toJSONString() + "}")
                .outcome())
        .isEqualTo("400 invalid-parameter");
  }

  private static String assertionForm(String assertion) {
    return "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
        + "&client_assertion="
        + assertion;
  }

  @Test
  void token_of_the_external_issuer_counts_for_a_client_registered_here() throws Exception {
    String good =
        Jwts.signed(
            EXTERNAL_KEY,
            Jwts.claims(EXTERNAL, "gxca-client", AUDIENCE).claim("scope", "read openid").build());
    assertThat(gxca.getWithToken("crls", good).status()).isEqualTo(200);
    assertThat(gxca.getWithToken("client", good).object().getJsonArray("scopes")).hasSize(1);
  }

  @Test
  void tokens_that_do_not_hold_are_refused_with_the_reason() throws Exception {
    assertThat(detail("not a token")).startsWith("malformed");
    assertThat(detail(Jwts.unsigned(Jwts.claims(EXTERNAL, "gxca-client", AUDIENCE).build())))
        .startsWith("algorithm");
    assertThat(
            detail(
                Jwts.signed(
                    Jwts.key("external"), Jwts.claims(EXTERNAL, "gxca-client", AUDIENCE).build())))
        .startsWith("signature");
    assertThat(detail(Jwts.signed(EXTERNAL_KEY, Jwts.claims(EXTERNAL, "gxca-client", "x").build())))
        .startsWith("audience");
    assertThat(
            detail(
                Jwts.signed(
                    EXTERNAL_KEY,
                    Jwts.claims(EXTERNAL, "gxca-client", AUDIENCE)
                        .expirationTime(Date.from(Instant.now().minusSeconds(60)))
                        .build())))
        .startsWith("time");
    assertThat(
            detail(
                Jwts.signed(
                    EXTERNAL_KEY,
                    Jwts.claims("https://another.example", "gxca-client", AUDIENCE).build())))
        .startsWith("issuer");
    assertThat(detail(Jwts.signed(EXTERNAL_KEY, Jwts.claims(EXTERNAL, "nobody", AUDIENCE).build())))
        .startsWith("client");
    assertThat(
            detail(
                Jwts.signed(
                    EXTERNAL_KEY, Jwts.claims(EXTERNAL, "centre-450000", AUDIENCE).build())))
        .startsWith("client");
    String own = gxca.tokenFor("read");
    assertThat(detail(own.substring(0, own.length() - 8) + "AAAAAAAA")).startsWith("signature");
  }

  private static String detail(String token) throws Exception {
    Answer answer = gxca.getWithToken("client", token);
    assertThat(answer.outcome()).isEqualTo("401 invalid-token");
    assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    return answer.object().getString("detail");
  }

  @Test
  void secret_is_replaced_without_a_moment_in_which_none_works() throws Exception {
    Answer added = huace.post("client/proofs", "{\"kind\":\"SECRET\"}");
    Company renewed = huace.withSecret(added.object().getString("secret"));
    assertThat(huace.get("client").status()).isEqualTo(200);
    assertThat(renewed.get("client").status()).isEqualTo(200);
    assertThat(huace.post("client/proofs", "{\"kind\":\"SECRET\"}").outcome())
        .isEqualTo("409 proof-refused");
    assertThat(renewed.get("client").object().toString()).doesNotContain(renewed.secret());

    String id = added.object().getString("id");
    assertThat(gxca.delete("client/proofs/" + id).outcome()).isEqualTo("409 proof-refused");
    assertThat(huace.delete("client/proofs/" + id).status()).isEqualTo(204);
    assertThat(renewed.get("client").outcome()).isEqualTo("401 not-authenticated");
    assertThat(huace.get("client").status()).isEqualTo(200);
  }

  @Test
  void repeated_request_answers_the_same_and_is_done_once() throws Exception {
    Answer first = gxca.post("tariffs", TARIFF, "Idempotency-Key", "tariff-1");
    Answer again = gxca.post("tariffs", TARIFF, "Idempotency-Key", "tariff-1");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(count("select count(distinct version) from tariff where tenant = 'gxca'"))
        .isEqualTo(3);
    assertThat(gxca.post("tariffs", TARIFF + " ", "Idempotency-Key", "tariff-1").outcome())
        .isEqualTo("422 idempotency-key-reused");
    // the key is the tenant's own
    assertThat(huace.post("tariffs/preview", TARIFF, "Idempotency-Key", "tariff-1").status())
        .isEqualTo(200);
    assertThat(gxca.post("tariffs", TARIFF, "If-Match", "\"v1\"").outcome())
        .isEqualTo("412 tariff-outdated");
  }

  @Test
  void kept_answer_does_not_show_a_new_secret_to_who_reads_the_database() throws Exception {
    Answer added =
        itrus.post("client/proofs", "{\"kind\":\"SECRET\"}", "Idempotency-Key", "secret-1");
    assertThat(added.status()).isEqualTo(201);
    String secret = added.object().getString("secret");
    assertThat(
            itrus
                .post("client/proofs", "{\"kind\":\"SECRET\"}", "Idempotency-Key", "secret-1")
                .object()
                .getString("secret"))
        .isEqualTo(secret);
    try (Connection connection = connection();
        PreparedStatement query =
            connection.prepareStatement(
                "select sealed_answer from idempotency where idempotency_key = 'secret-1'");
        ResultSet rows = query.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(new String(rows.getBytes(1), UTF_8)).doesNotContain(secret);
    }
  }

  @Test
  void prices_are_public_and_published_ahead_of_time_only() throws Exception {
    Answer all = Company.send(HttpRequest.newBuilder(gxca.base().resolve("api/v1/public/tariffs")));
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.json().asJsonArray()).hasSize(3);
    Answer unchanged =
        Company.send(
            HttpRequest.newBuilder(gxca.base().resolve("api/v1/public/tariffs"))
                .header("If-None-Match", all.header("ETag")));
    assertThat(unchanged.status()).isEqualTo(304);
    String past = TARIFF.replace("2030", "2020");
    assertThat(huace.post("tariffs", past).outcome()).isEqualTo("422 tariff-in-the-past");
    String fraction = TARIFF.replace("\"certificateFen\":0", "\"certificateFen\":0.5");
    assertThat(huace.post("tariffs", fraction).status()).isEqualTo(400);
    assertThat(huace.post("tariffs", "{").outcome()).isEqualTo("400 malformed-json");
    assertThat(huace.post("tariffs", TARIFF.replace("\"medium\":\"MOBILE\",", "")).outcome())
        .isEqualTo("400 invalid-parameter");
    assertThat(count("select count(distinct version) from tariff where tenant = 'huace'"))
        .isEqualTo(2);
    Answer preview = huace.post("tariffs/preview", TARIFF);
    assertThat(preview.response().body()).contains("\"change\":\"ADDED\"", "\"change\":\"ENDED\"");
  }

  @Test
  void proposed_issuer_waits_and_is_nobody_elses_business() throws Exception {
    DemoAuthority authority = DemoAuthority.of(registry.data(), "gxca");
    Instant now = Instant.now();
    byte[] ca = authority.newCa("C=CN,CN=New CA", now.minus(DAY), now.plus(DAY));
    Answer proposed = gxca.post("issuers", "application/pkix-cert", ca);
    assertThat(proposed.status()).isEqualTo(202);
    JsonObject issuer = proposed.object();
    assertThat(issuer.getString("state")).isEqualTo("PROPOSED");
    String sha256 = issuer.getString("sha256");
    assertThat(gxca.get("issuers/" + sha256).object().getInt("approvals")).isZero();
    assertThat(huace.get("issuers/" + sha256).outcome()).isEqualTo("404 not-found");
    assertThat(huace.post("issuers", "application/pkix-cert", ca).outcome())
        .isEqualTo("409 issuer-taken");

    byte[] holder = authority.newHolder("C=CN,CN=Holder", now.minus(DAY), now.plus(DAY));
    assertThat(gxca.post("issuers", "application/pkix-cert", holder).outcome())
        .isEqualTo("422 not-a-ca");
    byte[] old = authority.newCa("C=CN,CN=Old", now.minus(DAY), now.minusSeconds(60));
    assertThat(gxca.post("issuers", "application/pkix-cert", old).outcome())
        .isEqualTo("422 issuer-expired");
    assertThat(gxca.post("issuers", "application/pkix-cert", new byte[] {1, 2}).outcome())
        .isEqualTo("400 malformed-certificate");
    assertThat(gxca.post("issuers", "application/pkix-cert", new byte[200_000]).outcome())
        .isEqualTo("413 body-too-large");
    assertThat(count("select count(*) from issuer where state = 'PROPOSED'")).isEqualTo(1);
  }

  @Test
  void crl_is_listed_and_public_at_a_stable_address() throws Exception {
    JsonObject page = gxca.get("crls?limit=2").object();
    assertThat(page.getJsonArray("items")).hasSize(2);
    JsonObject rest = gxca.get("crls?limit=500&after=" + page.getString("nextCursor")).object();
    assertThat(rest.getJsonArray("items")).isNotEmpty();
    JsonObject fresh = gxca.get("crls/freshness").json().asJsonArray().getJsonObject(0);
    assertThat(fresh.getString("state")).isEqualTo("FRESH");
    URI address = gxca.base().resolve("crl/gxca/" + fresh.getString("issuer") + ".crl");
    Answer crl = Company.send(HttpRequest.newBuilder(address));
    assertThat(crl.status()).isEqualTo(200);
    assertThat(crl.header("Content-Type")).startsWith("application/pkix-crl");
    assertThat(crl.header("Cache-Control")).contains("max-age=");
    Answer unchanged =
        Company.send(HttpRequest.newBuilder(address).header("If-None-Match", crl.header("ETag")));
    assertThat(unchanged.status()).isEqualTo(304);
    URI foreign = gxca.base().resolve("crl/huace/" + fresh.getString("issuer") + ".crl");
    assertThat(Company.send(HttpRequest.newBuilder(foreign)).status()).isEqualTo(404);
    String own =
        gxca.get("crls").object().getJsonArray("items").getJsonObject(0).getString("sha256");
    assertThat(huace.get("crls/" + own).outcome()).isEqualTo("404 not-found");
  }

  @Test
  void expired_future_and_foreign_crls_are_refused_and_not_stored() throws Exception {
    long before = count("select count(*) from crl");
    DemoAuthority authority = DemoAuthority.of(registry.data(), "gxca");
    Instant now = Instant.now();
    byte[] expired = authority.crl(900, now.minus(DAY.multipliedBy(9)), now.minus(DAY));
    byte[] future = authority.crl(901, now.plus(DAY), now.plus(DAY.multipliedBy(2)));
    byte[] good = authority.crl(902, now, now.plus(DAY));
    assertThat(gxca.post("crls", "application/pkix-crl", expired).outcome())
        .isEqualTo("422 crl-not-accepted");
    assertThat(gxca.post("crls", "application/pkix-crl", future).outcome())
        .isEqualTo("422 crl-not-accepted");
    assertThat(huace.post("crls", "application/pkix-crl", good).status()).isBetween(400, 422);
    assertThat(count("select count(*) from crl")).isEqualTo(before);
  }

  @Test
  void crl_is_pulled_from_an_allowed_host_only() throws Exception {
    DemoAuthority authority = DemoAuthority.of(registry.data(), "itrus");
    Instant now = Instant.now();
    byte[] crl = authority.crl(50, now, now.plus(DAY));
    HttpServer server = server();
    server.createContext("/good.crl", exchange -> answer(exchange, 200, crl));
    server.createContext(
        "/moved.crl",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/good.crl");
          answer(exchange, 302, new byte[0]);
        });
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(source(base + "/good.crl").outcome()).isEqualTo("422 url-not-allowed");
      allow("itrus", "127.0.0.1");
      allow("itrus", "169.254.169.254");
      allow("itrus", "localhost.localdomain");
      for (String bad : List.of("file:///etc/passwd", "http://a@127.0.0.1/", "ftp://127.0.0.1/")) {
        assertThat(source(bad).outcome()).isEqualTo("422 url-not-allowed");
      }
      assertThat(source(base + "/good.crl").status()).isEqualTo(201);
      assertThat(source(base + "/moved.crl").status()).isEqualTo(201);
      assertThat(source("http://169.254.169.254/latest/meta-data").status()).isEqualTo(201);
      await(() -> count("select count(*) from crl_source where last_result <> ''") == 3);
      assertThat(count("select count(*) from crl_source where last_result like 'taken %'"))
          .isEqualTo(1);
      assertThat(count("select count(*) from crl_source where last_result like 'STATUS%302%'"))
          .isEqualTo(1);
      assertThat(count("select count(*) from crl_source where last_result like 'ADDRESS%'"))
          .isEqualTo(1);
      assertThat(count("select count(*) from crl where tenant = 'itrus' and crl_number = 50"))
          .isEqualTo(1);
    } finally {
      server.stop(0);
    }
  }

  private static Answer source(String url) throws Exception {
    return itrus.post("crl-sources", "{\"url\":\"" + url + "\",\"minutes\":60}");
  }

  @Test
  void event_is_delivered_signed_and_again_until_it_is_taken() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    List<String> verified = new CopyOnWriteArrayList<>();
    List<String> secret = new CopyOnWriteArrayList<>();
    HttpServer server = server();
    server.createContext(
        "/hook",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String expected =
              "v1="
                  + hmac(
                      secret.get(0),
                      exchange.getRequestHeaders().getFirst("Webhook-Timestamp")
                          + "."
                          + exchange.getRequestHeaders().getFirst("Webhook-Id")
                          + "."
                          + new String(body, UTF_8));
          if (expected.equals(exchange.getRequestHeaders().getFirst("Webhook-Signature"))) {
            verified.add(new String(body, UTF_8));
          }
          answer(exchange, calls.incrementAndGet() == 1 ? 500 : 204, new byte[0]);
        });
    server.start();
    try {
      allow("huace", "127.0.0.1");
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
      Answer made = huace.post("webhooks", "{\"url\":\"" + url + "\"}");
      assertThat(made.status()).isEqualTo(201);
      secret.add(made.object().getString("secret"));
      String id = made.object().getString("id");
      assertThat(gxca.delete("webhooks/" + id).outcome()).isEqualTo("404 not-found");
      assertThat(gxca.get("webhooks").json().asJsonArray()).isEmpty();

      DemoAuthority authority = DemoAuthority.of(registry.data(), "huace");
      Instant now = Instant.now();
      assertThat(
              huace
                  .post("crls", "application/pkix-crl", authority.crl(60, now, now.plus(DAY)))
                  .status())
          .isEqualTo(201);
      await(() -> verified.size() >= 2);
      assertThat(verified.get(0)).contains("CRL_PUBLISHED").isEqualTo(verified.get(1));
      await(
          () -> count("select count(*) from webhook where failures = 0 and delivered_seq > 0") > 0);
      assertThat(huace.get("events?limit=500").response().body()).contains("CRL_PUBLISHED");
      assertThat(huace.delete("webhooks/" + id).status()).isEqualTo(204);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void dashboard_counts_the_companys_own_certificates_over_a_bounded_time() throws Exception {
    JsonObject figures = gxca.get("dashboard").object();
    assertThat(figures.getJsonArray("certificates")).isNotEmpty();
    assertThat(figures.getJsonArray("crls")).isNotEmpty();
    assertThat(gxca.get("dashboard?from=2020-01-01T00:00:00Z").outcome())
        .isEqualTo("400 invalid-parameter");
  }

  @Test
  void every_operation_has_an_id_an_example_and_the_saved_description_is_the_served_one()
      throws Exception {
    String served =
        Company.send(HttpRequest.newBuilder(gxca.base().resolve("openapi?format=json")))
            .response()
            .body();
    // to be copied over the saved one when the interface was changed on purpose
    Files.writeString(registry.data().resolve("served-description.json"), served);
    List<String> faults = OpenApiDescription.faults(served);
    assertThat(faults).isEmpty();
    assertThat(OpenApiDescription.comparable(served))
        .as("it-tests/src/openapi/registry.json is no longer what is served")
        .isEqualTo(OpenApiDescription.comparable(Files.readString(OpenApiDescription.SAVED)));
    Answer page = Company.send(HttpRequest.newBuilder(gxca.base().resolve("api/index.html")));
    assertThat(page.response().body()).contains("swagger-ui-bundle.js").doesNotContain("https://");
  }

  @Test
  void client_generated_from_our_description_publishes() throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(gxca.base().toString().replaceFirst("/$", ""));
    String token = gxca.tokenFor("revoke%20read%20prices");
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    DefaultApi api = new DefaultApi(client);

    DemoAuthority authority = DemoAuthority.of(registry.data(), "gxca");
    Instant now = Instant.now();
    String pem =
        "-----BEGIN X509 CRL-----\n"
            + Base64.getMimeEncoder().encodeToString(authority.crl(70, now, now.plus(DAY)))
            + "\n-----END X509 CRL-----\n";
    PublishCrl201Response published = api.publishCrl("generated-1", pem);
    assertThat(published.getNumber()).isEqualTo("70");
    assertThat(api.publishCrl("generated-1", pem)).isEqualTo(published);
    assertThat(api.listCrls(null, 500).getItems())
        .extracting(CrlView::getSha256)
        .contains(published.getSha256());
    assertThat(api.previewTariff(null, new TariffInput().items(List.of(item())))).isNotEmpty();
  }

  private static TariffItemJson item() {
    return new TariffItemJson()
        .id("generated")
        .holderKind("UNIT")
        .medium("USB_KEY")
        .termMonths(BigDecimal.valueOf(12))
        .certificateFen(BigDecimal.valueOf(100))
        .mediumFen(BigDecimal.ZERO)
        .sealFen(BigDecimal.ZERO)
        .serviceFen(BigDecimal.ZERO);
  }

  @Test
  @Order(Integer.MAX_VALUE - 1)
  void answer_is_repeated_after_a_restart_and_tokens_still_count() throws Exception {
    Answer first = gxca.post("tariffs", TARIFF, "Idempotency-Key", "tariff-9");
    String token = gxca.tokenFor("read");
    registry.stop();
    registry.start();
    Answer again = gxca.post("tariffs", TARIFF, "Idempotency-Key", "tariff-9");
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(gxca.getWithToken("client", token).status()).isEqualTo(200);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void too_many_requests_are_turned_away_and_told_when_to_come_back() throws Exception {
    Answer answer = itrus.get("client");
    assertThat(answer.header("RateLimit-Policy")).contains("q=20;w=60");
    for (int i = 0; i < 25 && answer.status() != 429; i++) {
      answer = itrus.get("client");
    }
    assertThat(answer.outcome()).isEqualTo("429 rate-limit");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    assertThat(answer.header("RateLimit")).contains("r=0");
    assertThat(gxca.get("client").status()).isEqualTo(200);
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
      Thread.sleep(200);
    }
  }

  private static HttpServer server() throws Exception {
    return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void allow(String tenant, String host) throws Exception {
    try (Connection connection = connection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert ignore into allowed_host values (?, ?, 'test', utc_timestamp(6))")) {
      insert.setString(1, tenant);
      insert.setString(2, host);
      insert.executeUpdate();
    }
  }

  private static long count(String sql) throws Exception {
    try (Connection connection = connection();
        PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }

  private static Connection connection() throws Exception {
    DatabaseConnection database = registry.database();
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
