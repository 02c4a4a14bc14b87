package cn.trustregistry.it.container;

import static cn.trustregistry.it.DemoClient.all;
import static cn.trustregistry.it.DemoClient.first;
import static cn.trustregistry.it.DemoClient.question;
import static cn.trustregistry.it.DemoSigner.base64;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.DemoSigner;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Every operation of the validation service as a trading system uses it. */
@ArquillianTest
@RunAsClient
class SoapOperationsIT {
  private static final String USE =
      "<v:category>0101</v:category><v:stage>ENTERPRISE_SEAL</v:stage>";
  private static final String LOGIN = "<v:category>0101</v:category><v:stage>LOGIN</v:stage>";
  private static final byte[] CONTENT = "投标函".getBytes(UTF_8);

  private final DemoClient client = DemoClient.ofContainer();
  private final DemoSigner rsa = DemoSigner.of(client, "gxca/unit-rsa-sign");
  private final DemoSigner sm2 = DemoSigner.of(client, "gxca/unit-sm2-sign");

  @Test
  void ping_says_who_is_calling_and_how_fresh_the_evidence_is() {
    HttpResponse<String> answer = client.call("Ping", "");
    assertThat(first(answer, "centre")).isEqualTo("450100");
    assertThat(first(answer, "clientId")).isEqualTo("centre-450100");
    assertThat(all(answer, "authority")).contains("gxca", "huace", "itrus");
    assertThat(all(answer, "state")).contains("FRESH");
  }

  @Test
  void both_versions_of_soap_are_served_at_one_address() {
    String twelve =
        DemoClient.envelope("", "Ping", "")
            .replace(
                "http://schemas.xmlsoap.org/soap/envelope/",
                "http://www.w3.org/2003/05/soap-envelope");
    HttpResponse<String> answer =
        client.send(
            client
                .request("soap/v1/validation")
                .header("Authorization", client.basic("centre-450100"))
                .header(
                    "Content-Type",
                    "application/soap+xml; charset=utf-8;"
                        + " action=\"urn:trustregistry:validation:v1:Ping\"")
                .POST(BodyPublishers.ofString(twelve)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/soap+xml");
    assertThat(first(answer, "centre")).isEqualTo("450100");
  }

  @Test
  void batch_answers_in_order_and_a_bad_item_does_not_fail_the_others() {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      items.add(question(client.der("gxca/unit-rsa-sign.pem"), "0101", "LOGIN"));
    }
    items.set(3, question(new byte[] {0x30, 3, 1, 2, 3}, "0101", "LOGIN"));
    items.set(7, question(client.der("gxca/revoked-rsa-sign.pem"), "0101", "LOGIN"));
    items.set(20, question(client.der("gxca/unit-rsa-sign.pem"), "77", "LOGIN"));
    items.set(21, question(new byte[70_000], "0101", "LOGIN"));
    HttpResponse<String> answer = client.call("ValidateCertificates", item(items));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<String> outcomes =
        java.util.regex.Pattern.compile(
                "verdict>([A-Z]+)<|<\\w*:?refused[^>]*><\\w*:?code>([A-Z_]+)<")
            .matcher(answer.body())
            .results()
            .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
            .toList();
    assertThat(outcomes).hasSize(40);
    assertThat(outcomes.get(3)).isEqualTo("MALFORMED_CERTIFICATE");
    assertThat(outcomes.get(7)).isEqualTo("INVALID");
    assertThat(outcomes.get(20)).isEqualTo("UNKNOWN_CATEGORY");
    assertThat(outcomes.get(21)).isEqualTo("MALFORMED_CERTIFICATE");
    assertThat(outcomes.stream().filter("VALID"::equals)).hasSize(36);
    assertThat(all(answer, "recordId")).doesNotHaveDuplicates().hasSize(37);
  }

  private static String item(List<String> items) {
    return "<v:item>" + String.join("</v:item><v:item>", items) + "</v:item>";
  }

  @Test
  void batch_of_more_than_a_thousand_is_refused() {
    String one = question(new byte[] {1}, "0101", "LOGIN");
    HttpResponse<String> answer =
        client.call("ValidateCertificates", ("<v:item>" + one + "</v:item>").repeat(1_001));
    assertThat(first(answer, "code")).isEqualTo("SCHEMA");
  }

  private HttpResponse<String> verify(String signature, String content) {
    return client.call("VerifySignature", signature + content + USE);
  }

  private static String data(byte[] content) {
    return "<v:data>" + base64(content) + "</v:data>";
  }

  @Test
  void raw_signatures_of_rsa_and_sm2_are_good_over_their_content_only() {
    for (DemoSigner signer : List.of(rsa, sm2)) {
      String signature = signer.raw(signer.sign(CONTENT));
      HttpResponse<String> good = verify(signature, data(CONTENT));
      assertThat(first(good, "verdict")).as(good.body()).isEqualTo("VALID");
      assertThat(first(good, "sofCode")).isEqualTo("1");
      HttpResponse<String> bad = verify(signature, data("x".getBytes(UTF_8)));
      assertThat(first(bad, "verdict")).isEqualTo("INVALID");
      assertThat(first(bad, "code")).isEqualTo("DOCUMENT_SIGNATURE_WRONG");
    }
    String pss = rsa.raw("SHA256withRSAandMGF1", rsa.sign("SHA256withRSAandMGF1", CONTENT));
    assertThat(first(verify(pss, data(CONTENT)), "verdict")).isEqualTo("VALID");
  }

  @Test
  void digest_stands_for_the_content() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(CONTENT);
    String given = "<v:digest>" + base64(digest) + "</v:digest>";
    assertThat(first(verify(rsa.raw(rsa.sign(CONTENT)), given), "verdict")).isEqualTo("VALID");
    byte[] detached = rsa.cms(CONTENT, false);
    assertThat(first(verify(DemoSigner.document("CMS", detached), given), "verdict"))
        .isEqualTo("VALID");
    HttpResponse<String> wrong = verify(rsa.raw(rsa.sign(CONTENT)), "<v:digest>AAAA</v:digest>");
    assertThat(first(wrong, "code")).isEqualTo("DIGEST_LENGTH");
  }

  @Test
  void cms_and_gbt_35275_documents_are_verified_with_the_signers_certificate() {
    for (DemoSigner signer : List.of(rsa, sm2)) {
      HttpResponse<String> answer =
          verify(DemoSigner.document("CMS", signer.cms(CONTENT, true)), "");
      assertThat(first(answer, "verdict")).as(answer.body()).isEqualTo("VALID");
      assertThat(all(answer, "uscc"))
          .containsAnyOf("91450100MA5DEM13CX", "91450200MA5DEM28BT")
          .hasSize(1);
      assertThat(all(answer, "claimedAt")).hasSize(1);
    }
    HttpResponse<String> gm =
        verify(DemoSigner.document("GBT35275", sm2.gbt35275(CONTENT)), data(CONTENT));
    assertThat(first(gm, "verdict")).as(gm.body()).isEqualTo("VALID");
  }

  @Test
  void good_signature_under_a_revoked_certificate_is_invalid_and_says_which_half_failed() {
    DemoSigner revoked = DemoSigner.of(client, "gxca/revoked-rsa-sign");
    HttpResponse<String> answer =
        verify(DemoSigner.document("CMS", revoked.cms(CONTENT, true)), "");
    assertThat(first(answer, "verdict")).isEqualTo("INVALID");
    assertThat(first(answer, "signatureVerdict")).isEqualTo("VALID");
    assertThat(first(answer, "sofCode")).isEqualTo("-3");
    assertThat(all(answer, "code")).contains("CERTIFICATE_REVOKED");
  }

  @Test
  void malformed_document_and_missing_parts_name_their_fields() {
    HttpResponse<String> malformed =
        verify(DemoSigner.document("CMS", new byte[] {0x30, (byte) 0x80}), "");
    assertThat(first(malformed, "code")).isEqualTo("MALFORMED_SIGNATURE");
    assertThat(first(malformed, "field")).isEqualTo("value");
    HttpResponse<String> raw = verify(DemoSigner.document("RAW", new byte[64]), "");
    assertThat(first(raw, "code")).isEqualTo("CERTIFICATE_NEEDED");
  }

  private HttpResponse<String> answer(String id, DemoSigner signer, byte[] toSign, String by) {
    return client.call(
        by,
        "VerifyChallenge",
        "<v:challengeId>" + id + "</v:challengeId>" + signer.raw(signer.sign(toSign)) + LOGIN);
  }

  @Test
  void challenge_logs_its_signer_in_once() {
    for (DemoSigner signer : List.of(rsa, sm2)) {
      HttpResponse<String> issued = client.call("IssueChallenge", "");
      String id = first(issued, "challengeId");
      byte[] toSign = Base64.getDecoder().decode(first(issued, "toSign"));
      assertThat(new String(toSign, UTF_8)).contains("450100", id);
      HttpResponse<String> first = answer(id, signer, toSign, "centre-450100");
      assertThat(first(first, "verdict")).as(first.body()).isEqualTo("VALID");
      HttpResponse<String> again = answer(id, signer, toSign, "centre-450100");
      assertThat(first(again, "code")).isEqualTo("CHALLENGE_USED");
      assertThat(first(again, "field")).isEqualTo("challengeId");
    }
  }

  @Test
  void challenge_of_one_centre_is_unknown_to_another_and_a_wrong_signature_uses_it_up() {
    HttpResponse<String> issued = client.call("IssueChallenge", "");
    String id = first(issued, "challengeId");
    byte[] toSign = Base64.getDecoder().decode(first(issued, "toSign"));
    assertThat(first(answer(id, rsa, toSign, "centre-450200"), "code"))
        .isEqualTo("CHALLENGE_UNKNOWN");
    assertThat(first(answer(id, rsa, CONTENT, "centre-450100"), "verdict")).isEqualTo("INVALID");
    assertThat(first(answer(id, rsa, toSign, "centre-450100"), "code")).isEqualTo("CHALLENGE_USED");
    assertThat(first(answer("nonsense-ü", rsa, toSign, "centre-450100"), "code"))
        .isEqualTo("CHALLENGE_UNKNOWN");
  }

  @Test
  void challenge_asked_for_by_many_at_once_is_answered_to_one() {
    HttpResponse<String> issued = client.call("IssueChallenge", "");
    String id = first(issued, "challengeId");
    byte[] toSign = Base64.getDecoder().decode(first(issued, "toSign"));
    List<String> verdicts =
        java.util.stream.IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> answer(id, rsa, toSign, "centre-450100"))
            .map(answer -> first(answer, "verdict"))
            .toList();
    assertThat(verdicts.stream().filter("VALID"::equals)).hasSize(1);
  }

  @Test
  void certificates_are_located_by_code_serial_and_fingerprint() throws Exception {
    HttpResponse<String> byCode =
        client.call(
            "LocateCertificates", "<v:uscc>91450100MA5DEM13CX</v:uscc><v:purpose>ANY</v:purpose>");
    assertThat(all(byCode, "authority")).as(byCode.body()).contains("gxca");
    String sha256 =
        java.util.HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(client.der("gxca/unit-sm2-enc.pem")));
    HttpResponse<String> byFingerprint =
        client.call(
            "LocateCertificates",
            "<v:sha256>"
                + sha256.toUpperCase(java.util.Locale.ROOT)
                + "</v:sha256><v:purpose>ANY</v:purpose>");
    assertThat(first(byFingerprint, "state")).isEqualTo("GOOD");
    HttpResponse<String> bySerial =
        client.call(
            "LocateCertificates",
            "<v:serial>0"
                + first(byFingerprint, "serial")
                + "</v:serial><v:purpose>ANY</v:purpose>");
    assertThat(all(bySerial, "sha256")).contains(sha256);
  }

  @Test
  void encryption_certificates_for_sealing_a_bid_are_current_valid_and_for_encryption_only() {
    HttpResponse<String> answer =
        client.call(
            "LocateCertificates",
            "<v:uscc>91450100MA5DEM13CX</v:uscc><v:purpose>ENCRYPTION</v:purpose><v:category>0101</v:category>");
    assertThat(all(answer, "role")).as(answer.body()).isNotEmpty().containsOnly("ENCRYPTION");
    assertThat(all(answer, "state")).containsOnly("GOOD");
    assertThat(all(answer, "verdict")).containsOnly("VALID");
  }

  @Test
  void malformed_keys_of_a_lookup_name_their_fields() {
    for (String[] bad :
        new String[][] {
          {"uscc", "91450100MA5DEM13C1", "MALFORMED_USCC"},
          {"serial", "xyz", "MALFORMED_SERIAL"},
          {"sha256", "ab", "MALFORMED_SHA256"}
        }) {
      HttpResponse<String> answer =
          client.call(
              "LocateCertificates",
              "<v:%s>%s</v:%s><v:purpose>ANY</v:purpose>".formatted(bad[0], bad[1], bad[0]));
      assertThat(first(answer, "code")).isEqualTo(bad[2]);
      assertThat(first(answer, "field")).isEqualTo(bad[0]);
    }
  }

  @Test
  void recognition_tells_every_use_with_the_rule_and_the_version_that_decides() {
    HttpResponse<String> drugs =
        client.call(
            "centre-450000",
            "GetRecognition",
            "<v:category>900201</v:category><v:stage>LOGIN</v:stage>");
    assertThat(Long.parseLong(first(drugs, "ruleBookVersion"))).isPositive();
    assertThat(all(drugs, "rule")).contains("deny-mobile-drugs");
    assertThat(all(drugs, "effect")).contains("RECOGNISED", "REFUSED");
    HttpResponse<String> unknown =
        client.call("GetRecognition", "<v:category>77</v:category><v:stage>LOGIN</v:stage>");
    assertThat(first(unknown, "code")).isEqualTo("UNKNOWN_CATEGORY");
  }

  @Test
  void tariffs_are_those_in_force_of_one_company_or_of_all() {
    HttpResponse<String> all = client.call("GetTariffs", "");
    assertThat(all(all, "code")).contains("gxca", "huace", "itrus");
    HttpResponse<String> one = client.call("GetTariffs", "<v:authority>gxca</v:authority>");
    assertThat(all(one, "code")).containsExactly("gxca");
    assertThat(all(one, "totalFen")).isNotEmpty();
    HttpResponse<String> none = client.call("GetTariffs", "<v:authority>nobody</v:authority>");
    assertThat(first(none, "code")).isEqualTo("UNKNOWN_AUTHORITY");
  }
}
