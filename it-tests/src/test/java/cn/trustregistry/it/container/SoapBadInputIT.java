package cn.trustregistry.it.container;

import static cn.trustregistry.it.DemoClient.all;
import static cn.trustregistry.it.DemoClient.envelope;
import static cn.trustregistry.it.DemoClient.first;
import static cn.trustregistry.it.DemoClient.question;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.DemoSigner;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What hostile and broken messages meet; after each of them the door still serves. */
@ArquillianTest
@RunAsClient
class SoapBadInputIT {
  private static final String GOOD = "gxca/unit-rsa-sign.pem";

  private final DemoClient client = DemoClient.ofContainer();

  @AfterEach
  void door_still_serves() {
    assertThat(first(client.ask(GOOD, "0101", "LOGIN"), "verdict")).isEqualTo("VALID");
  }

  private HttpResponse<String> send(String envelope) {
    return client.soap("centre-450100", envelope);
  }

  private HttpResponse<String> typed(String contentType, String envelope) {
    return client.send(
        client
            .request("soap/v1/validation")
            .header("Authorization", client.basic("centre-450100"))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(envelope)));
  }

  private static void assertInvalid(HttpResponse<String> answer, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
    assertThat(answer.body()).contains("InvalidRequest", "urn:trustregistry:common:v1");
    assertThat(first(answer, "code")).isEqualTo(code);
    assertThat(all(answer, "text")).hasSize(2);
  }

  @Test
  void external_entity_is_refused_and_its_file_not_read() {
    HttpResponse<String> answer =
        send(
            "<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + envelope("", "GetTariffs", "<v:authority>&x;</v:authority>"));
    assertInvalid(answer, "DTD_REFUSED");
    assertThat(answer.body()).doesNotContain("root:");
  }

  @Test
  void entity_bomb_is_refused_unopened() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE e [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 20; i++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    assertInvalid(send(bomb + "]>" + envelope("", "Ping", "&a19;")), "DTD_REFUSED");
    assertInvalid(send(envelope("", "Ping", "&undeclared;")), "MALFORMED_XML");
  }

  @Test
  void deep_nesting_is_refused() {
    String deep = "<v:a>".repeat(100_000) + "</v:a>".repeat(100_000);
    assertThat(first(send(envelope("", "Ping", deep)), "code"))
        .isIn("XML_TOO_DEEP", "MALFORMED_XML");
  }

  @Test
  void element_with_very_many_attributes_is_refused() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      attributes.append(" a").append(i).append("=\"1\"");
    }
    assertInvalid(send(envelope("", "Ping", "<v:a" + attributes + "/>")), "MALFORMED_XML");
  }

  @Test
  void wrong_namespace_of_operation_and_envelope_is_refused() {
    assertInvalid(
        send(envelope("", "Ping", "").replace("validation:v1", "validation:v9")),
        "UNKNOWN_OPERATION");
    assertInvalid(send(envelope("", "Ping", "").replace("/soap/envelope/", "/x/")), "NOT_SOAP");
    assertInvalid(send("<html/>"), "NOT_SOAP");
  }

  @Test
  void body_with_no_element_with_two_and_a_second_body_are_refused() {
    String good = envelope("", "Ping", "");
    int start = good.indexOf("<v:Ping");
    int end = good.indexOf("</soap:Body>");
    String ping = good.substring(start, end);
    assertInvalid(send(good.replace(ping, "")), "NOT_SOAP");
    assertInvalid(send(good.replace(ping, ping + ping)), "NOT_SOAP");
    assertInvalid(
        send(good.replace("</soap:Body>", "</soap:Body><soap:Body>" + ping + "</soap:Body>")),
        "NOT_SOAP");
  }

  @Test
  void wrong_soap_action_is_refused() {
    HttpResponse<String> answer =
        client.send(
            client
                .request("soap/v1/validation")
                .header("Authorization", client.basic("centre-450100"))
                .header("Content-Type", "text/xml")
                .header("SOAPAction", "\"urn:trustregistry:validation:v1:GetTariffs\"")
                .POST(BodyPublishers.ofString(envelope("", "Ping", ""))));
    assertInvalid(answer, "WRONG_SOAP_ACTION");
  }

  @Test
  void wrong_content_type_and_encoding_are_refused() {
    String good = envelope("", "Ping", "");
    assertThat(typed("application/json", good).statusCode()).isEqualTo(415);
    assertThat(typed("text/xml; charset=utf-16", good).statusCode()).isEqualTo(415);
    assertThat(typed("multipart/related; type=\"text/xml\"", good).statusCode()).isEqualTo(415);
    HttpResponse<String> mixed = typed("application/soap+xml", good);
    assertThat(mixed.statusCode()).isEqualTo(400);
    assertThat(first(mixed, "code")).isEqualTo("WRONG_CONTENT_TYPE");
    HttpResponse<String> utf16 =
        client.soap(
            "centre-450100",
            BodyPublishers.ofByteArray(
                ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + good).getBytes(UTF_16)));
    assertInvalid(utf16, "NOT_UTF8");
    assertInvalid(send("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + good), "NOT_UTF8");
  }

  @Test
  void oversize_and_broken_base64_are_refused() {
    assertInvalid(
        client.ask(question(new byte[100_000], "0101", "LOGIN")), "MALFORMED_CERTIFICATE");
    HttpResponse<String> broken =
        client.ask(
            "<v:certificate>%%%</v:certificate><v:category>0101</v:category><v:stage>LOGIN</v:stage>");
    assertInvalid(broken, "SCHEMA");
    assertThat(first(broken, "field")).isEqualTo("certificate");
  }

  @Test
  void document_nested_beyond_reason_is_refused() {
    byte[] deep = new byte[400_000];
    for (int i = 0; i < deep.length; i += 2) {
      deep[i] = 0x30;
      deep[i + 1] = (byte) 0x80;
    }
    HttpResponse<String> answer =
        client.call(
            "VerifySignature",
            DemoSigner.document("CMS", deep)
                + "<v:category>0101</v:category><v:stage>LOGIN</v:stage>");
    assertInvalid(answer, "MALFORMED_SIGNATURE");
  }

  @Test
  void header_nobody_understands_gets_the_protocols_own_fault() {
    HttpResponse<String> answer =
        send(
            envelope(
                "<soap:Header><x:Must xmlns:x=\"urn:x\" soap:mustUnderstand=\"1\"/></soap:Header>",
                "Ping",
                ""));
    assertThat(answer.body()).contains("MustUnderstand");
  }
}
