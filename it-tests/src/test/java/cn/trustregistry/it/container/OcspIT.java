package cn.trustregistry.it.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.access.IssuedSecret;
import cn.trustregistry.access.Scope;
import cn.trustregistry.authority.Authorities;
import cn.trustregistry.authority.EvidencePolicies;
import cn.trustregistry.authority.EvidencePolicy;
import cn.trustregistry.ocsp.OcspResponses;
import cn.trustregistry.ocsp.StoredOcspResponse;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.TestKey;
import cn.trustregistry.pki.TestPki;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.revocation.OcspAnswer;
import cn.trustregistry.pki.revocation.RevocationPolicy;
import cn.trustregistry.pki.revocation.RevocationPolicy.Order;
import cn.trustregistry.pki.revocation.TestOcsp;
import cn.trustregistry.publication.CertificateAttributes;
import cn.trustregistry.publication.Crls;
import cn.trustregistry.publication.PublicationRefused;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.start.TrustLoading;
import cn.trustregistry.validation.Answer;
import cn.trustregistry.validation.RevocationSummary;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.validation.Validations;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** OCSP responses as evidence, pushed and fetched, and the policies that ask for them. */
@ArquillianTest
class OcspIT {
  private static final CentreClient CENTRE = new CentreClient("450100", "test");

  @Inject Authorities authorities;
  @Inject Credentials credentials;
  @Inject Crls crls;
  @Inject EvidencePolicies policies;
  @Inject OcspResponses responses;
  @Inject Publications publications;
  @Inject TrustLoading loading;
  @Inject Validations validations;

  @Resource(lookup = "java:app/jdbc/registry")
  DataSource database;

  /** A company with fresh lists, and one certificate of it that is published. */
  private record Scene(TestCompany company, TestPki.Issued holder) {}

  @Test
  void good_responses_are_fetched_once_stored_and_known_after_a_restart() throws Exception {
    Scene scene = scene("ocsp-good");
    try (TestResponder responder = responder(scene)) {
      require(scene, Order.BOTH_REQUIRED, responder.url());
      Answer answer = ask(scene, now());
      assertThat(codes(answer)).isEmpty();
      assertThat(answer.verdict()).isEqualTo(Verdict.VALID);
      assertThat(sources(answer)).containsExactly("CRL", "OCSP", "CRL", "OCSP");
      assertThat(responder.asked()).isEqualTo(2);
      assertThat(ask(scene, now()).verdict()).isEqualTo(Verdict.VALID);
      assertThat(responder.asked()).as("cached until nextUpdate").isEqualTo(2);
      assertThat(count(scene, "source = 'FETCHED' and said = 'GOOD'")).isEqualTo(2);
      assertThat(countAudit(scene, "OCSP_RESPONSE_FETCHED")).isEqualTo(2);
      loading.load();
      Answer again = ask(scene, answer.request().at(), answer.request().knownAt());
      assertThat(again.verdict()).isEqualTo(Verdict.VALID);
      assertThat(sources(again)).isEqualTo(sources(answer));
      assertThat(responder.asked()).isEqualTo(2);
    }
  }

  @Test
  void question_known_before_the_responses_came_does_not_count_them() throws Exception {
    Scene scene = scene("ocsp-before");
    try (TestResponder responder = responder(scene)) {
      require(scene, Order.BOTH_REQUIRED, responder.url());
      Instant before = now();
      assertThat(codes(askAt(scene, before, before, now()))).contains("OCSP_MISSING");
      assertThat(responder.asked()).as("what comes now was not known then").isZero();
      assertThat(ask(scene, now()).verdict()).isEqualTo(Verdict.VALID);
      assertThat(codes(askAt(scene, before, before, now()))).contains("OCSP_MISSING");
    }
  }

  @Test
  void revoked_response_makes_the_certificate_invalid() throws Exception {
    Scene scene = scene("ocsp-revoked");
    try (TestResponder responder = responder(scene)) {
      responder.saying(
          ocsp -> ocsp.status(new RevokedStatus(Date.from(now().minusSeconds(3600)), 1)));
      require(scene, Order.OCSP_FIRST, responder.url());
      Answer answer = ask(scene, now());
      assertThat(answer.verdict()).isEqualTo(Verdict.INVALID);
      assertThat(codes(answer)).contains("CERTIFICATE_REVOKED");
      assertThat(sources(answer)).contains("OCSP");
    }
  }

  @Test
  void wrong_nonce_and_no_nonce_leave_the_response_missing() throws Exception {
    Scene scene = scene("ocsp-wrong");
    try (TestResponder responder = responder(scene)) {
      require(scene, Order.BOTH_REQUIRED, responder.url());
      responder.doing(
          (exchange, request) ->
              TestResponder.send(
                  exchange,
                  responder
                      .withoutNonce(request)
                      .extension(TestResponder.NONCE, false, new DEROctetString(new byte[32]))
                      .encode()));
      assertMissing(scene);
      responder.doing(
          (exchange, request) ->
              TestResponder.send(exchange, responder.withoutNonce(request).encode()));
      assertMissing(scene);
      assertThat(responder.asked()).isEqualTo(4);
    }
  }

  @Test
  void wrong_signer_leaves_the_response_missing() throws Exception {
    Scene scene = scene("ocsp-signer");
    try (TestResponder responder = responder(scene)) {
      require(scene, Order.BOTH_REQUIRED, responder.url());
      TestKey stranger = scene.holder().key();
      responder.saying(ocsp -> ocsp.signedBy(stranger));
      assertMissing(scene);
    }
  }

  @Test
  void stale_response_is_stored_and_does_not_count() throws Exception {
    Scene scene = scene("ocsp-stale");
    try (TestResponder responder = responder(scene)) {
      require(scene, Order.BOTH_REQUIRED, responder.url());
      responder.saying(ocsp -> ocsp.from(now().minusSeconds(7200)).to(now().minusSeconds(3600)));
      Answer answer = ask(scene, now());
      assertThat(answer.verdict()).isEqualTo(Verdict.INDETERMINATE);
      assertThat(codes(answer)).containsOnly("OCSP_STALE");
      assertThat(count(scene, "source = 'FETCHED'")).isEqualTo(2);
    }
  }

  @Test
  void octets_that_are_no_response_and_too_many_octets_leave_it_missing() throws Exception {
    Scene scene = scene("ocsp-octets");
    try (TestResponder responder = responder(scene)) {
      require(scene, Order.BOTH_REQUIRED, responder.url());
      responder.doing((exchange, request) -> TestResponder.send(exchange, new byte[] {1, 2, 3}));
      assertMissing(scene);
      responder.doing(
          (exchange, request) -> TestResponder.send(exchange, new byte[(64 << 10) + 1]));
      assertMissing(scene);
    }
  }

  @Test
  void answer_does_not_wait_for_a_responder_that_hangs() throws Exception {
    Scene scene = scene("ocsp-slow");
    CountDownLatch answered = new CountDownLatch(1);
    try (TestResponder responder = responder(scene)) {
      require(scene, Order.BOTH_REQUIRED, responder.url());
      responder.doing((exchange, request) -> await(answered));
      assertMissing(scene);
      assertThat(responder.asked()).isEqualTo(2);
    } finally {
      answered.countDown();
    }
  }

  @Test
  void answer_does_not_wait_for_a_body_that_never_ends() throws Exception {
    Scene scene = scene("ocsp-drip");
    CountDownLatch answered = new CountDownLatch(1);
    try (TestResponder responder = responder(scene)) {
      require(scene, Order.BOTH_REQUIRED, responder.url());
      responder.doing(
          (exchange, request) -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await(answered);
          });
      assertMissing(scene);
    } finally {
      answered.countDown();
    }
  }

  @Test
  void responder_that_keeps_failing_is_left_alone_and_tried_again_after_a_pause() throws Exception {
    Scene scene = scene("ocsp-breaker");
    try (TestResponder responder = responder(scene)) {
      require(scene, Order.BOTH_REQUIRED, responder.url());
      responder.doing((exchange, request) -> exchange.sendResponseHeaders(500, -1));
      Instant moment = now();
      for (int i = 0; i < 6; i++) {
        assertThat(codes(askAt(scene, moment, moment, moment))).containsOnly("OCSP_MISSING");
      }
      assertThat(responder.asked()).isEqualTo(6);
      Instant later = moment.plusSeconds(11);
      assertThat(codes(askAt(scene, later, later, later))).containsOnly("OCSP_MISSING");
      assertThat(responder.asked()).as("one alone tries").isEqualTo(7);
      responder.saying(ocsp -> ocsp);
      Instant last = moment.plusSeconds(22);
      askAt(scene, last, last, last);
      assertThat(askAt(scene, last, last, last).verdict()).isEqualTo(Verdict.VALID);
      assertThat(responder.asked()).isEqualTo(9);
    }
  }

  @Test
  void redirect_is_not_followed() throws Exception {
    Scene scene = scene("ocsp-redirect");
    try (TestResponder responder = responder(scene);
        TestResponder elsewhere = responder(scene)) {
      require(scene, Order.BOTH_REQUIRED, responder.url());
      responder.doing(
          (exchange, request) -> {
            exchange.getResponseHeaders().set("Location", elsewhere.url().toString());
            exchange.sendResponseHeaders(307, -1);
          });
      assertMissing(scene);
      assertThat(responder.asked()).isEqualTo(2);
      assertThat(elsewhere.asked()).isZero();
    }
  }

  @Test
  void lists_step_in_where_ocsp_comes_first_and_are_enough_where_they_come_first()
      throws Exception {
    Scene scene = scene("ocsp-order");
    try (TestResponder responder = responder(scene)) {
      require(scene, Order.CRL_FIRST, responder.url());
      assertThat(ask(scene, now()).verdict()).isEqualTo(Verdict.VALID);
      assertThat(responder.asked()).isZero();
      require(scene, Order.OCSP_FIRST, responder.url());
      responder.doing((exchange, request) -> exchange.sendResponseHeaders(503, -1));
      Answer answer = ask(scene, now());
      assertThat(answer.verdict()).isEqualTo(Verdict.VALID);
      assertThat(sources(answer)).containsOnly("CRL");
      assertThat(responder.asked()).isEqualTo(2);
      responder.saying(ocsp -> ocsp);
      assertThat(sources(ask(scene, now()))).containsOnly("OCSP");
    }
  }

  @Test
  void policy_counts_from_its_second_approval_and_older_questions_keep_the_older_one()
      throws Exception {
    Scene scene = scene("ocsp-policy");
    Instant before = now();
    EvidencePolicy both = policy(Order.BOTH_REQUIRED, null);
    String id = policies.propose(scene.company().code(), both, "admin-0", now());
    policies.approve(id, "admin-1", now());
    assertThatThrownBy(() -> policies.approve(id, "admin-1", now()))
        .hasMessageContaining("another admin");
    assertThat(ask(scene, now()).verdict()).isEqualTo(Verdict.VALID);
    policies.approve(id, "admin-2", now());
    assertThat(codes(ask(scene, now()))).containsOnly("OCSP_MISSING");
    assertThat(ask(scene, before).verdict()).isEqualTo(Verdict.VALID);
    assertThatThrownBy(() -> policies.approve(id, "admin-3", now()))
        .isInstanceOf(IllegalStateException.class);
    loading.load();
    assertThat(codes(ask(scene, now()))).containsOnly("OCSP_MISSING");
    assertThat(ask(scene, before).verdict()).isEqualTo(Verdict.VALID);
    assertThat(countAudit(scene, "EVIDENCE_POLICY_APPROVED")).isEqualTo(2);
  }

  @Test
  void pushed_response_is_in_force_when_it_is_acknowledged_and_read_back() throws Exception {
    Scene scene = scene("ocsp-push");
    require(scene, Order.BOTH_REQUIRED, null);
    assertThat(codes(ask(scene, now()))).containsOnly("OCSP_MISSING");
    TestCompany company = scene.company();
    byte[] der = pushed(company.issuing(), scene).encode();
    StoredOcspResponse stored = responses.push(company.client(), der, now());
    assertThat(stored.answer().said()).isEqualTo(OcspAnswer.Said.GOOD);
    assertThat(responses.push(company.client(), der, now()).answer()).isEqualTo(stored.answer());
    byte[] about = fresh(TestOcsp.of(company.root(), company.issuing().certificate())).encode();
    responses.push(company.client(), about, now());
    assertThat(ask(scene, now()).verdict()).isEqualTo(Verdict.VALID);
    loading.load();
    assertThat(ask(scene, now()).verdict()).isEqualTo(Verdict.VALID);
    assertThat(count(scene, "source = 'PUSHED'")).isEqualTo(2);
    assertThat(countAudit(scene, "OCSP_RESPONSE_PUSHED")).isEqualTo(2);
    StoredOcspResponse read =
        responses.response(company.client(), stored.answer().sha256()).orElseThrow();
    assertThat(read.der()).isEqualTo(der);
    assertThat(read.answer()).isEqualTo(stored.answer());
    TestCompany other = TestCompany.named("ocsp-push-other", TestKey.Kind.P256);
    assertThat(responses.response(other.client(), stored.answer().sha256())).isEmpty();
  }

  @Test
  void response_about_another_company_s_certificate_is_refused_and_nothing_stored()
      throws Exception {
    Scene scene = scene("ocsp-mine");
    Scene other = scene("ocsp-theirs");
    long before = count("ocsp_response");
    long entries = count("audit_entry");
    byte[] der = pushed(other.company().issuing(), other).encode();
    assertRefused(scene, der, PublicationRefused.Kind.FOREIGN_ISSUER, "admitted issuers");
    assertThat(count("ocsp_response")).isEqualTo(before);
    assertThat(count("audit_entry")).isEqualTo(entries);
  }

  @Test
  void response_that_is_no_evidence_is_refused_and_nothing_stored() throws Exception {
    Scene scene = scene("ocsp-refused");
    TestPki.Authority issuing = scene.company().issuing();
    long before = count("ocsp_response");
    assertRefused(scene, new byte[] {48, 3}, PublicationRefused.Kind.MALFORMED_OCSP, "OCSP");
    assertRefused(
        scene,
        pushed(issuing, scene).signedBy(scene.holder().key()).encode(),
        PublicationRefused.Kind.OCSP_NOT_ACCEPTED,
        "OCSP_SIGNATURE_INVALID");
    assertRefused(
        scene,
        pushed(issuing, scene).by(issuing.issue("C=CN,CN=no responder")).encode(),
        PublicationRefused.Kind.OCSP_NOT_ACCEPTED,
        "OCSP_RESPONDER_UNTRUSTED");
    assertRefused(
        scene,
        pushed(issuing, scene).from(now().plusSeconds(600)).encode(),
        PublicationRefused.Kind.OCSP_NOT_ACCEPTED,
        "OCSP_NOT_YET_VALID");
    assertRefused(
        scene,
        fresh(TestOcsp.of(issuing, issuing.issue("C=CN,CN=unpublished").certificate())).encode(),
        PublicationRefused.Kind.UNKNOWN_CERTIFICATE,
        "published");
    assertThatThrownBy(
            () ->
                responses.push(
                    scene.company().client(Scope.READ), pushed(issuing, scene).encode(), now()))
        .hasMessageContaining("REVOKE");
    assertThat(count("ocsp_response")).isEqualTo(before);
  }

  @Test
  void response_goes_in_and_comes_back_over_http_for_its_company_alone() throws Exception {
    Scene scene = scene("ocsp-http");
    scene("ocsp-http-other");
    byte[] der = pushed(scene.company().issuing(), scene).encode();
    String mine = authorization("ocsp-http");
    String theirs = authorization("ocsp-http-other");
    HttpResponse<byte[]> refused = http(theirs, "", der);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(new String(refused.body(), UTF_8)).contains("/problems/foreign-issuer");
    HttpResponse<byte[]> created = http(mine, "", der);
    assertThat(created.statusCode()).as(new String(created.body(), UTF_8)).isEqualTo(201);
    assertThat(new String(created.body(), UTF_8))
        .contains("\"source\":\"PUSHED\"", "\"status\":\"GOOD\"");
    String location = created.headers().firstValue("Location").orElseThrow();
    String name = location.substring(location.lastIndexOf('/'));
    assertThat(http(mine, name, null).body()).isEqualTo(der);
    assertThat(http(theirs, name, null).statusCode()).isEqualTo(404);
    assertThat(http(mine, "", new byte[] {1}).statusCode()).isEqualTo(400);
    assertThat(http(mine, "", new byte[(64 << 10) + 1]).statusCode()).isEqualTo(413);
    assertThat(http("Basic bm9ib2R5OmVsc2U=", "", der).statusCode()).isEqualTo(401);
  }

  private Scene scene(String code) {
    TestCompany company = TestCompany.named(code, TestKey.Kind.P256);
    company.register(authorities, now());
    company.admit(authorities, now());
    TestPki.Issued holder =
        company
            .issuing()
            .issue("C=CN,CN=holder of " + code, spec -> spec.keyUsage(KeyUsage.digitalSignature));
    publications.publishCertificate(
        company.client(),
        holder.certificate().der(),
        new CertificateAttributes(HolderKind.UNIT, Medium.USB_KEY, Profile.STANDARD),
        now());
    for (TestPki.Authority authority : List.of(company.root(), company.issuing())) {
      byte[] list =
          authority.crl(1).from(now().minusSeconds(60)).to(now().plus(Duration.ofDays(1))).encode();
      crls.publish(company.client(), list, now());
    }
    return new Scene(company, holder);
  }

  private static TestResponder responder(Scene scene) {
    return TestResponder.of(scene.company(), scene.holder());
  }

  private void require(Scene scene, Order order, @Nullable URI responder) {
    String id =
        policies.propose(scene.company().code(), policy(order, responder), "admin-0", now());
    policies.approve(id, "admin-1", now());
    policies.approve(id, "admin-2", now());
  }

  private static EvidencePolicy policy(Order order, @Nullable URI responder) {
    return new EvidencePolicy(
        new RevocationPolicy(order, Duration.ZERO, null, null), null, responder);
  }

  private static TestOcsp pushed(TestPki.Authority issuer, Scene scene) {
    return fresh(TestOcsp.of(issuer, scene.holder().certificate()));
  }

  private static TestOcsp fresh(TestOcsp ocsp) {
    return ocsp.produced(now()).from(now().minusSeconds(60)).to(now().plusSeconds(3600));
  }

  /** There is no verdict but that evidence is missing, and nothing was stored. */
  private void assertMissing(Scene scene) throws Exception {
    Answer answer = ask(scene, now());
    assertThat(answer.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(codes(answer)).containsOnly("OCSP_MISSING");
    assertThat(count(scene, "true")).isZero();
  }

  private void assertRefused(
      Scene scene, byte[] der, PublicationRefused.Kind kind, String message) {
    assertThatThrownBy(() -> responses.push(scene.company().client(), der, now()))
        .isInstanceOfSatisfying(
            PublicationRefused.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
        .hasMessageContaining(message);
  }

  private Answer ask(Scene scene, Instant at) throws Exception {
    return ask(scene, at, at);
  }

  private Answer ask(Scene scene, Instant at, Instant knownAt) throws Exception {
    return askAt(scene, at, knownAt, knownAt);
  }

  private Answer askAt(Scene scene, Instant at, Instant knownAt, Instant now) throws Exception {
    ValidationRequest request =
        new ValidationRequest(
            scene.holder().certificate(),
            List.of(),
            at,
            knownAt,
            CategoryRef.parse("GGZY:1:0101"),
            Stage.LOGIN,
            null);
    return validations.validate(CENTRE, request, now).answer();
  }

  private static List<String> codes(Answer answer) {
    return answer.reasons().stream().map(Reason::code).toList();
  }

  private static List<String> sources(Answer answer) {
    return answer.revocation().stream().map(RevocationSummary::source).toList();
  }

  private String authorization(String tenant) {
    IssuedSecret secret =
        credentials.issueToCaCompany(
            tenant, tenant + "-client", Set.of(Scope.READ, Scope.REVOKE), "test", now());
    String pair = secret.clientId() + ":" + secret.secret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  /** Posts, or gets if there is no body. */
  private HttpResponse<byte[]> http(String authorization, String path, byte @Nullable [] body)
      throws Exception {
    URI uri =
        URI.create(
            "http://127.0.0.1:"
                + System.getProperty("registry.it.port")
                + "/api/v1/ocsp-responses"
                + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).header("Authorization", authorization);
    if (body == null) {
      request.header("Accept", "application/ocsp-response").GET();
    } else {
      request
          .header("Content-Type", "application/ocsp-response")
          .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private long count(Scene scene, String condition) throws SQLException {
    return count("ocsp_response where tenant = '" + scene.company().code() + "' and " + condition);
  }

  private long countAudit(Scene scene, String action) throws SQLException {
    return count(
        "audit_entry where tenant = '"
            + scene.company().code()
            + "' and action = '"
            + action
            + "'");
  }

  private long count(String what) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + what)) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }
}
