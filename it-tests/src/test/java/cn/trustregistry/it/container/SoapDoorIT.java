package cn.trustregistry.it.container;

import static cn.trustregistry.it.DemoClient.all;
import static cn.trustregistry.it.DemoClient.first;
import static cn.trustregistry.it.DemoClient.question;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.trustregistry.it.DemoClient;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;

/** What a trading centre meets at the SOAP door. */
@ArquillianTest
@RunAsClient
class SoapDoorIT {
  private static final String GOOD = "gxca/unit-rsa-sign.pem";

  private final DemoClient client = DemoClient.ofContainer();

  @Test
  void good_certificates_of_every_company_and_algorithm_are_valid() {
    for (String company : new String[] {"gxca", "huace", "itrus"}) {
      for (String kind : new String[] {"rsa", "sm2"}) {
        HttpResponse<String> answer =
            client.ask(company + "/unit-" + kind + "-sign.pem", "0101", "LOGIN");
        assertThat(first(answer, "verdict")).as(answer.body()).isEqualTo("VALID");
        assertThat(first(answer, "sofCode")).isEqualTo("1");
        assertThat(all(answer, "crlNumber")).isNotEmpty();
      }
    }
  }

  @Test
  void answer_names_holder_company_path_evidence_and_rule() {
    HttpResponse<String> answer = client.ask(GOOD, "0101", "ENTERPRISE_SEAL");
    assertThat(first(answer, "uscc")).isEqualTo("91450100MA5DEM13CX");
    assertThat(first(answer, "rule")).isEqualTo("general-enterprise-seal");
    assertThat(Long.parseLong(first(answer, "ruleBookVersion"))).isPositive();
    assertThat(answer.body()).contains("code>gxca<", "广西壮族自治区数字证书认证中心");
    assertThat(all(answer, "status")).containsExactly("GOOD", "GOOD");
    assertThat(all(answer, "nextUpdate")).hasSize(2);
  }

  @Test
  void revoked_held_and_expired_certificates_have_their_own_codes() {
    assertRefused("gxca/revoked-rsa-sign.pem", "CERTIFICATE_REVOKED", "-3");
    assertRefused("gxca/on-hold-sm2-sign.pem", "CERTIFICATE_ON_HOLD", "-4");
    assertRefused("gxca/expired-rsa-sign.pem", "EXPIRED", "-2");
  }

  private void assertRefused(String certificate, String code, String sofCode) {
    HttpResponse<String> answer = client.ask(certificate, "0101", "LOGIN");
    assertThat(first(answer, "verdict")).isEqualTo("INVALID");
    assertThat(all(answer, "code")).contains(code);
    assertThat(first(answer, "sofCode")).isEqualTo(sofCode);
    assertThat(all(answer, "text")).allSatisfy(text -> assertThat(text).doesNotContain(" - "));
  }

  @Test
  void answers_of_every_verdict_keep_to_the_schema() throws Exception {
    Validator schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Path.of("../wsdl/src/main/resources/wsdl/validation-v1.xsd").toFile())
            .newValidator();
    DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
    documents.setNamespaceAware(true);
    for (String certificate :
        new String[] {GOOD, "gxca/revoked-rsa-sign.pem", "huace/new-sm2-sign.pem"}) {
      byte[] answer = client.ask(certificate, "0101", "LOGIN").body().getBytes(UTF_8);
      Node payload =
          documents
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(answer))
              .getElementsByTagNameNS(
                  "urn:trustregistry:validation:v1", "ValidateCertificateResponse")
              .item(0);
      assertThatCode(() -> schema.validate(new DOMSource(payload))).doesNotThrowAnyException();
    }
  }

  @Test
  void certificate_nobody_published_is_indeterminate() {
    HttpResponse<String> answer = client.ask("huace/new-sm2-sign.pem", "0101", "LOGIN");
    assertThat(first(answer, "verdict")).isEqualTo("INDETERMINATE");
    assertThat(all(answer, "code")).contains("CERTIFICATE_NOT_PUBLISHED");
  }

  @Test
  void encryption_certificate_is_refused_for_a_seal_and_good_for_a_bid() {
    HttpResponse<String> seal = client.ask("gxca/unit-sm2-enc.pem", "0101", "ENTERPRISE_SEAL");
    assertThat(all(seal, "code")).contains("ENCRYPTION_CERTIFICATE_FOR_SIGNING");
    HttpResponse<String> bid = client.ask("gxca/unit-sm2-enc.pem", "0101", "BID_ENCRYPTION");
    assertThat(first(bid, "verdict")).isEqualTo("VALID");
  }

  @Test
  void mobile_certificate_is_good_for_everything_but_drugs() {
    assertThat(first(client.ask("huace/mobile-sm2-sign.pem", "02", "LOGIN"), "verdict"))
        .isEqualTo("VALID");
    HttpResponse<String> drugs = client.ask("huace/mobile-sm2-sign.pem", "900201", "LOGIN");
    assertThat(all(drugs, "code")).contains("RECOGNITION_DENIED");
    assertThat(first(drugs, "rule")).isEqualTo("deny-mobile-drugs");
  }

  @Test
  void legacy_certificate_is_left_open_without_its_project_and_refused_for_later_listings() {
    String question = question(client.der("gxca/legacy-rsa-sign.pem"), "03", "LOGIN");
    HttpResponse<String> listed = client.ask(question + "<v:listedOn>2022-12-31</v:listedOn>");
    assertThat(first(listed, "rule")).isEqualTo("legacy-natural-resources");
    assertThat(first(listed, "verdict")).isEqualTo("INDETERMINATE");
    assertThat(all(listed, "code")).contains("PROJECT_NEEDED");
    HttpResponse<String> later = client.ask(question + "<v:listedOn>2023-01-01</v:listedOn>");
    assertThat(all(later, "code")).contains("NOT_RECOGNISED");
    HttpResponse<String> unknown = client.ask(question + "<v:project>GT-0</v:project>");
    assertInvalid(unknown, "UNKNOWN_PROJECT", "project");
  }

  @Test
  void certificate_is_judged_at_the_moment_asked_about() {
    String der = Base64.getEncoder().encodeToString(client.der(GOOD));
    HttpResponse<String> answer =
        client.ask(
            "<v:certificate>"
                + der
                + "</v:certificate><v:at>2021-01-01T00:00:00+08:00</v:at>"
                + "<v:category>0101</v:category><v:stage>LOGIN</v:stage>");
    assertThat(first(answer, "at")).isEqualTo("2020-12-31T16:00:00Z");
    assertThat(first(answer, "sofCode")).isEqualTo("-5");
    assertThat(all(answer, "code")).contains("NOT_YET_VALID");
  }

  @Test
  void nothing_was_known_before_anything_was_published() {
    String der = Base64.getEncoder().encodeToString(client.der(GOOD));
    HttpResponse<String> answer =
        client.ask(
            "<v:certificate>"
                + der
                + "</v:certificate><v:knownAt>2021-01-01T00:00:00Z</v:knownAt>"
                + "<v:category>0101</v:category><v:stage>LOGIN</v:stage>");
    assertThat(first(answer, "verdict")).isEqualTo("INDETERMINATE");
    assertThat(all(answer, "code")).contains("ISSUER_UNKNOWN", "CERTIFICATE_NOT_PUBLISHED");
  }

  @Test
  void malformed_certificate_names_its_field() {
    assertInvalid(
        client.ask(question(new byte[] {0x30, 0x03, 1, 2, 3}, "0101", "LOGIN")),
        "MALFORMED_CERTIFICATE",
        "certificate");
  }

  @Test
  void unknown_category_and_stage_name_their_fields() {
    byte[] der = client.der(GOOD);
    assertInvalid(client.ask(question(der, "77", "LOGIN")), "UNKNOWN_CATEGORY", "category");
    assertInvalid(client.ask(question(der, "0101", "TEA")), "SCHEMA", "stage");
  }

  @Test
  void times_no_clock_shows_and_times_to_come_are_refused() {
    String question = question(client.der(GOOD), "0101", "LOGIN");
    String at = "</v:certificate><v:at>%s</v:at>";
    for (String time :
        new String[] {"2099-01-01T00:00:00Z", "2026-01-01T24:00:00", "1999-01-01T00:00:00Z"}) {
      assertInvalid(
          client.ask(question.replace("</v:certificate>", at.formatted(time))),
          "TIME_OUT_OF_RANGE",
          "at");
    }
  }

  @Test
  void broken_xml_dtd_and_deep_nesting_are_refused_with_typed_faults() {
    assertInvalid(client.soap("centre-450100", "<soap:Envelope"), "MALFORMED_XML", "");
    assertInvalid(
        client.soap(
            "centre-450100", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
        "DTD_REFUSED",
        "");
    assertInvalid(client.ask("<v:a>".repeat(40) + "</v:a>".repeat(40)), "XML_TOO_DEEP", "");
  }

  private static void assertInvalid(HttpResponse<String> answer, String code, String field) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
    assertThat(answer.body()).contains("InvalidRequest");
    assertThat(first(answer, "code")).isEqualTo(code);
    assertThat(first(answer, "field")).isEqualTo(field);
    assertThat(all(answer, "text")).hasSize(2);
  }

  @Test
  void message_over_eight_mebibytes_is_refused() {
    String big = "<a>" + "x".repeat(8 << 20) + "</a>";
    assertInvalid(client.soap("centre-450100", big), "BODY_TOO_LARGE", "");
    byte[] bytes = big.getBytes(UTF_8);
    assertInvalid(
        client.soap(
            "centre-450100", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))),
        "BODY_TOO_LARGE",
        "");
  }

  @Test
  void wrong_credentials_get_401_and_a_company_is_no_centre() {
    HttpResponse<String> wrong =
        client.send(
            client
                .request("soap/v1/validation")
                .header("Authorization", DemoClient.basic("centre-450100", "guess"))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString("<a/>")));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(first(wrong, "code")).isEqualTo("NOT_AUTHENTICATED");
    assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
    HttpResponse<String> company = client.soap("gxca-client", "<a/>");
    assertThat(company.statusCode()).isEqualTo(500);
    assertThat(first(company, "code")).isEqualTo("NOT_A_CENTRE");
  }

  @Test
  void contract_can_be_read_without_logging_in() {
    HttpResponse<String> wsdl = client.send(client.request("soap/v1/validation?wsdl").GET());
    assertThat(wsdl.statusCode()).isEqualTo(200);
    assertThat(wsdl.body()).contains("ValidateCertificate").doesNotContain("Policy");
    HttpResponse<String> xsd = client.send(client.request("soap/v1/validation?xsd=1").GET());
    HttpResponse<String> other = client.send(client.request("soap/v1/validation?xsd=2").GET());
    assertThat(xsd.body() + other.body())
        .contains(
            "targetNamespace=\"urn:trustregistry:validation:v1\"",
            "targetNamespace=\"urn:trustregistry:common:v1\"");
    assertThat(wsdl.body()).contains("http://schemas.xmlsoap.org/wsdl/soap12/", "xsd=2");
  }
}
