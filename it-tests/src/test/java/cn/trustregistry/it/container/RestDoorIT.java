package cn.trustregistry.it.container;

import static cn.trustregistry.it.DemoClient.all;
import static cn.trustregistry.it.DemoClient.first;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What a CA company's client meets at the REST door. */
@ArquillianTest
@RunAsClient
class RestDoorIT {
  private static final String PEM = "application/x-pem-file";
  private static final String DER = "application/pkix-cert";
  private static final String CERTIFICATES = "api/v1/certificates?holderKind=UNIT&medium=USB_KEY";

  private final DemoClient client = DemoClient.ofContainer();

  @Test
  void published_certificate_is_read_back_and_valid_at_once_and_the_same_again_answers_the_same() {
    byte[] der = client.der("itrus/new-rsa-sign.pem");
    HttpResponse<String> published = client.post("itrus-client", CERTIFICATES, DER, der);
    assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
    String location = published.headers().firstValue("Location").orElseThrow();
    String path = location.substring(location.indexOf("api/"));
    assertThat(client.get("itrus-client", path).body()).isEqualTo(published.body());
    assertThat(client.post("itrus-client", CERTIFICATES, DER, der).body())
        .isEqualTo(published.body());
    assertThat(first(client.ask("itrus/new-rsa-sign.pem", "0101", "LOGIN"), "verdict"))
        .isEqualTo("VALID");
  }

  @Test
  void certificate_published_with_other_attributes_is_a_conflict() {
    byte[] pem = client.file("itrus/unit-rsa-sign.pem");
    HttpResponse<String> answer =
        client.post("itrus-client", CERTIFICATES.replace("USB_KEY", "MOBILE"), PEM, pem);
    assertProblem(answer, 409, "attributes-differ");
  }

  @Test
  void certificate_of_another_company_is_refused_and_stays_unpublished() {
    byte[] pem = client.file("huace/new-rsa-sign.pem");
    HttpResponse<String> answer = client.post("gxca-client", CERTIFICATES, PEM, pem);
    assertProblem(answer, 422, "foreign-issuer");
    assertThat(answer.body()).contains("\"field\":\"certificate\"");
    HttpResponse<String> asked = client.ask("huace/new-rsa-sign.pem", "0101", "LOGIN");
    assertThat(all(asked, "code")).contains("CERTIFICATE_NOT_PUBLISHED");
  }

  @Test
  void company_does_not_see_what_is_another_s() {
    HttpResponse<String> mine =
        client.post("gxca-client", CERTIFICATES, PEM, client.file("gxca/unit-rsa-sign.pem"));
    String sha256 = mine.body().replaceAll(".*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
    assertThat(client.get("gxca-client", "api/v1/certificates/" + sha256).statusCode())
        .isEqualTo(200);
    assertProblem(client.get("huace-client", "api/v1/certificates/" + sha256), 404, "not-found");
    HttpResponse<String> revoked = revoke("huace-client", "{\"certificate\":\"" + sha256 + "\"}");
    assertProblem(revoked, 400, "unknown-certificate");
    assertThat(first(client.ask("gxca/unit-rsa-sign.pem", "0101", "LOGIN"), "verdict"))
        .isEqualTo("VALID");
  }

  @Test
  void malformed_certificates_are_problems_that_name_the_field() {
    assertProblem(
        client.post("gxca-client", CERTIFICATES, PEM, "hello".getBytes(UTF_8)),
        400,
        "malformed-certificate");
    assertProblem(
        client.post("gxca-client", CERTIFICATES, DER, new byte[0]), 400, "malformed-certificate");
    byte[] der = client.der("gxca/new-sm2-sign.pem");
    byte[] half = Arrays.copyOf(der, der.length / 2);
    assertProblem(
        client.post("gxca-client", CERTIFICATES, DER, half), 400, "malformed-certificate");
  }

  @Test
  void missing_or_unknown_attribute_is_a_problem_that_names_it() {
    byte[] pem = client.file("gxca/new-sm2-sign.pem");
    HttpResponse<String> missing =
        client.post("gxca-client", "api/v1/certificates?medium=USB_KEY", PEM, pem);
    assertProblem(missing, 400, "invalid-parameter");
    assertThat(missing.body()).contains("\"field\":\"holderKind\"");
    HttpResponse<String> unknown =
        client.post("gxca-client", CERTIFICATES + "&profile=OLD", PEM, pem);
    assertThat(unknown.body()).contains("\"field\":\"profile\"");
  }

  @Test
  void ca_certificate_is_not_published_as_a_holder_s() {
    byte[] pem = client.file("gxca/ca/issuing-rsa.pem");
    assertProblem(client.post("gxca-client", CERTIFICATES, PEM, pem), 422, "ca-certificate");
  }

  @Test
  void crl_is_read_back_and_its_repetition_answers_the_same() {
    byte[] crl = client.file("gxca/ca/issuing-rsa.crl.pem");
    HttpResponse<String> again = client.post("gxca-client", "api/v1/crls", PEM, crl);
    assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
    String sha256 = again.body().replaceAll(".*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
    assertThat(client.get("gxca-client", "api/v1/crls/" + sha256).body())
        .contains("\"number\":\"1\"");
    assertProblem(client.get("huace-client", "api/v1/crls/" + sha256), 404, "not-found");
  }

  @Test
  void crl_of_another_company_or_of_no_company_is_refused() {
    byte[] foreign = client.file("huace/ca/issuing-rsa.crl.pem");
    HttpResponse<String> answer = client.post("gxca-client", "api/v1/crls", PEM, foreign);
    assertProblem(answer, 422, "crl-not-accepted");
    assertThat(answer.body()).contains("CRL_ISSUER_UNKNOWN");
    assertProblem(
        client.post(
            "gxca-client", "api/v1/crls", PEM, "-----BEGIN X509 CRL-----\n!".getBytes(UTF_8)),
        400,
        "malformed-crl");
  }

  @Test
  void notice_holds_and_releases_and_does_not_release_what_is_revoked() {
    HttpResponse<String> published =
        client.post("itrus-client", CERTIFICATES, PEM, client.file("itrus/new-sm2-sign.pem"));
    String sha256 = published.body().replaceAll(".*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
    String named = "{\"certificate\":\"" + sha256 + "\",\"action\":\"%s\"}";
    assertThat(revoke("itrus-client", named.formatted("HOLD")).statusCode()).isEqualTo(201);
    assertThat(first(client.ask("itrus/new-sm2-sign.pem", "0101", "LOGIN"), "sofCode"))
        .isEqualTo("-4");
    assertThat(revoke("itrus-client", named.formatted("RELEASE")).statusCode()).isEqualTo(201);
    assertThat(first(client.ask("itrus/new-sm2-sign.pem", "0101", "LOGIN"), "sofCode"))
        .isEqualTo("1");
    HttpResponse<String> revoked = revoke("itrus-client", named.formatted("REVOKE"));
    assertThat(revoked.statusCode()).isEqualTo(201);
    assertThat(first(client.ask("itrus/new-sm2-sign.pem", "0101", "LOGIN"), "sofCode"))
        .isEqualTo("-3");
    assertProblem(revoke("itrus-client", named.formatted("RELEASE")), 409, "unfit-transition");
    String path = revoked.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> read = client.get("itrus-client", path.substring(path.indexOf("api/")));
    assertThat(read.body()).isEqualTo(revoked.body());
    assertThat(client.get("gxca-client", path.substring(path.indexOf("api/"))).statusCode())
        .isEqualTo(404);
  }

  @Test
  void notice_that_makes_no_sense_is_a_problem_that_names_the_field() {
    assertProblem(revoke("gxca-client", "{"), 400, "malformed-json");
    assertProblem(revoke("gxca-client", "{}"), 400, "invalid-parameter");
    HttpResponse<String> reason =
        revoke("gxca-client", "{\"issuer\":\"x\",\"serial\":\"1\",\"reason\":\"BORED\"}");
    assertThat(reason.body()).contains("\"field\":\"reason\"");
    HttpResponse<String> time =
        revoke("gxca-client", "{\"issuer\":\"x\",\"serial\":\"1\",\"effectiveAt\":\"yesterday\"}");
    assertThat(time.body()).contains("\"field\":\"effectiveAt\"");
    assertProblem(
        revoke("gxca-client", "{\"issuer\":\"x\",\"serial\":\"1\"}"), 422, "foreign-issuer");
  }

  @Test
  void bodies_over_their_limits_get_413() {
    byte[] big = new byte[(8 << 20) + 1];
    assertProblem(client.post("gxca-client", CERTIFICATES, DER, big), 413, "body-too-large");
    byte[] bigger = new byte[(64 << 20) + 1];
    assertProblem(
        client.post("gxca-client", "api/v1/crls", "application/pkix-crl", bigger),
        413,
        "body-too-large");
  }

  @Test
  void wrong_credentials_and_a_centre_s_are_refused() {
    HttpResponse<String> wrong =
        client.send(
            client
                .request("api/v1/crls")
                .header("Authorization", DemoClient.basic("gxca-client", "guess"))
                .header("Content-Type", PEM)
                .POST(BodyPublishers.ofString("x")));
    assertProblem(wrong, 401, "not-authenticated");
    assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
    assertProblem(client.get("centre-450100", "api/v1/crls/x"), 403, "not-permitted");
  }

  @Test
  void unknown_paths_methods_and_types_are_problems_too() {
    assertThat(client.get("gxca-client", "api/v1/nothing").statusCode()).isEqualTo(404);
    assertProblem(
        client.post("gxca-client", CERTIFICATES, "text/plain", new byte[1]), 415, "http-415");
    assertProblem(
        client.post("gxca-client", "api/v1/dashboard", PEM, new byte[1]), 405, "http-405");
  }

  private HttpResponse<String> revoke(String clientId, String json) {
    return client.post(clientId, "api/v1/revocations", "application/json", json.getBytes(UTF_8));
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"type\":\"/problems/" + type + "\"");
  }
}
