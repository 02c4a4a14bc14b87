package cn.trustregistry.it.container;

import static cn.trustregistry.demo.CertificatePress.Sheet.ENCRYPTION;
import static cn.trustregistry.demo.CertificatePress.Sheet.SIGNING;
import static cn.trustregistry.it.DemoClient.all;
import static cn.trustregistry.it.DemoClient.first;
import static cn.trustregistry.it.DemoClient.question;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.demo.CertificatePress;
import cn.trustregistry.demo.CertificatePress.Sheet;
import cn.trustregistry.it.DemoClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The notice of 2022-12-13, sentence by sentence, over SOAP and REST.
 *
 * <p>That categories grow and certificates already issued are then recognised needs an admin; see
 * {@code RulesInContainerIT}. What it says of mobile certificates' promotion and of applications is
 * in the tests of those.
 */
@ArquillianTest
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoticeIT {
  private static final List<String> COMPANIES = List.of("gxca", "huace", "itrus");
  private static final List<String> CENTRES =
      List.of(
          "450000", "450100", "450200", "450300", "450400", "450500", "450600", "450700", "450800",
          "450900", "451000", "451100", "451200", "451300", "451400");
  private static final String NANNING = "centre-450100";
  private static final String REGION = "centre-450000";

  private final DemoClient client = DemoClient.ofContainer();
  private final Replacing replacing = new Replacing(client);

  @Test
  @Order(1)
  void certificates_of_all_three_companies_are_recognised_in_every_trading_centre_of_the_region() {
    for (String company : COMPANIES) {
      String question = question(client.der(company + "/unit-rsa-sign.pem"), "0101", "LOGIN");
      for (String centre : CENTRES) {
        HttpResponse<String> answer = client.askAs("centre-" + centre, question);
        assertThat(first(answer, "verdict")).as(answer.body()).isEqualTo("VALID");
      }
    }
  }

  @Test
  @Order(2)
  void they_are_recognised_for_government_procurement_engineering_construction_and_rights() {
    List<String> categories =
        List.of("02", "0101", "0102", "0103", "0104", "0105", "0199", "03", "04", "9001");
    for (String company : COMPANIES) {
      for (String category : categories) {
        HttpResponse<String> answer = client.ask(company + "/unit-sm2-sign.pem", category, "LOGIN");
        assertThat(first(answer, "verdict")).as(category).isEqualTo("VALID");
      }
    }
  }

  @Test
  @Order(3)
  void drugs_and_medical_devices_are_traded_at_the_centre_of_the_autonomous_region_only() {
    String question = question(client.der("gxca/unit-rsa-sign.pem"), "900201", "LOGIN");
    assertThat(first(client.askAs(REGION, question), "verdict")).isEqualTo("VALID");
    HttpResponse<String> city = client.askAs(NANNING, question);
    assertThat(first(city, "verdict")).isEqualTo("INVALID");
    assertThat(all(city, "code")).contains("NOT_RECOGNISED");
  }

  @Test
  @Order(4)
  void unit_and_legal_person_log_in_seal_sign_and_encrypt_each_with_the_certificate_for_it() {
    Map<String, String> certificates =
        Map.of(
            "LOGIN", "unit-rsa-sign",
            "SUBJECT_REGISTRATION", "unit-rsa-sign",
            "ENTERPRISE_SEAL", "unit-rsa-sign",
            "LEGAL_PERSON_SEAL", "legal-person-rsa-sign",
            "CONTRACT_SIGNING", "legal-person-rsa-sign",
            "BID_ENCRYPTION", "unit-rsa-enc");
    certificates.forEach(
        (stage, certificate) ->
            assertThat(first(client.ask("huace/" + certificate + ".pem", "0101", stage), "verdict"))
                .as(stage)
                .isEqualTo("VALID"));
    assertThat(first(client.ask("huace/unit-rsa-sign.pem", "01", "LEGAL_PERSON_SEAL"), "verdict"))
        .isEqualTo("INVALID");
    assertThat(
            first(
                client.ask("huace/legal-person-rsa-sign.pem", "01", "ENTERPRISE_SEAL"), "verdict"))
        .isEqualTo("INVALID");
  }

  @Test
  @Order(5)
  void bid_is_decrypted_by_how_its_certificate_stood_when_it_was_sealed() {
    String question = question(client.der("itrus/unit-rsa-enc.pem"), "0101", "BID_DECRYPTION");
    HttpResponse<String> open = client.ask(question);
    assertThat(first(open, "verdict")).isEqualTo("INDETERMINATE");
    assertThat(all(open, "code")).contains("SEALING_TIME_NEEDED");
    String expired = question(client.der("itrus/expired-rsa-enc.pem"), "0101", "BID_DECRYPTION");
    String sealed = "<v:sealedAt>%s</v:sealedAt>".formatted(Replacing.inDays(-40));
    HttpResponse<String> then = client.ask(expired + sealed);
    // having expired since is no fault; that no list from before then is at hand leaves it open
    assertThat(first(then, "verdict")).as(then.body()).isEqualTo("INDETERMINATE");
    assertThat(all(then, "code"))
        .contains("CRL_DROPS_EXPIRED", "EXPIRED_SINCE_SEALING")
        .doesNotContain("EXPIRED");
  }

  @Test
  @Order(6)
  void for_rights_the_certificate_is_verified_before_the_subject_is_registered() {
    HttpResponse<String> answer =
        client.trading(
            NANNING,
            "VerifySubject",
            "<t:uscc>91450100MA5DEM13CX</t:uscc><t:category>03</t:category><t:legalPerson/>");
    assertThat(first(answer, "verdict")).as(answer.body()).isEqualTo("VALID");
    assertThat(all(answer, "authority")).contains("gxca", "huace", "itrus");
  }

  @Test
  @Order(7)
  void issuing_of_certificates_of_the_old_natural_resources_systems_has_stopped() {
    Sheet late =
        new Sheet(
            Replacing.seed(),
            Replacing.seed(),
            SIGNING,
            Instant.parse("2022-12-12T16:00:00Z"),
            Replacing.inDays(100));
    HttpResponse<String> refused =
        replacing.publish("gxca", Replacing.print("gxca", late), "LEGACY");
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("/problems/legacy-issue-ended", "2022-12-12");
  }

  @Test
  @Order(8)
  void old_certificates_stay_usable_for_projects_already_listed_until_their_trading_ends() {
    String question = question(client.der("itrus/legacy-rsa-sign.pem"), "03", "LOGIN");
    HttpResponse<String> open = client.ask(question + project("DEMO-GT-2022-017"));
    assertThat(first(open, "verdict")).as(open.body()).isEqualTo("VALID");
    assertThat(first(open, "rule")).isEqualTo("legacy-natural-resources");
    HttpResponse<String> ended = client.ask(question + project("DEMO-GT-2022-009"));
    assertThat(first(ended, "verdict")).isEqualTo("INVALID");
    assertThat(all(ended, "code")).contains("PROJECT_ENDED");
    assertThat(first(ended, "rule")).isEqualTo("legacy-natural-resources");
  }

  @Test
  @Order(9)
  void old_certificates_are_not_usable_for_projects_listed_later_nor_for_other_categories() {
    String code = "GT-" + Replacing.seed();
    client.trading(
        NANNING,
        "ReportProject",
        "<t:project><t:code>"
            + code
            + "</t:code><t:category>03</t:category><t:listedOn>2023-01-01</t:listedOn></t:project>");
    byte[] legacy = client.der("itrus/legacy-rsa-sign.pem");
    HttpResponse<String> later = client.ask(question(legacy, "03", "LOGIN") + project(code));
    assertThat(all(later, "code")).contains("NOT_RECOGNISED");
    HttpResponse<String> works = client.ask(question(legacy, "0101", "LOGIN"));
    assertThat(first(works, "verdict")).isEqualTo("INVALID");
  }

  @Test
  @Order(10)
  void holder_of_an_old_certificate_chooses_any_of_the_three_companies() {
    for (String chosen : COMPANIES) {
      HttpResponse<String> exchanged = exchange("huace", chosen, Replacing.seed());
      assertThat(exchanged.statusCode()).as(exchanged.body()).isEqualTo(201);
    }
  }

  @Test
  @Order(11)
  void new_certificate_is_free_and_the_medium_costs_40_yuan_at_gxca_and_nothing_at_the_others() {
    Map<String, Integer> mediumFen = Map.of("gxca", 4_000, "huace", 0, "itrus", 0);
    mediumFen.forEach(
        (company, fen) ->
            assertThat(exchange("gxca", company, Replacing.seed()).body())
                .contains("\"certificateFen\":0", "\"mediumFen\":" + fen));
  }

  @Test
  @Order(12)
  void remaining_validity_is_kept() {
    long holder = Replacing.seed();
    Instant end = Replacing.inDays(150);
    String old = published("gxca", Replacing.legacy(holder, SIGNING, end), "LEGACY");
    String shorter =
        published("itrus", Replacing.fresh(holder, SIGNING, end.minusSeconds(60)), "STANDARD");
    HttpResponse<String> refused = replacing.exchange("itrus", old, shorter, "NEW_KEY");
    assertThat(refused.body()).contains("/problems/validity-shortened");
    String same = published("itrus", Replacing.fresh(holder, SIGNING, end), "STANDARD");
    HttpResponse<String> kept = replacing.exchange("itrus", old, same, "NEW_KEY");
    assertThat(kept.body())
        .contains("\"oldNotAfter\":\"" + end + "\"", "\"newNotAfter\":\"" + end + "\"");
  }

  @Test
  @Order(13)
  void an_old_certificate_is_exchanged_free_of_charge_once_over_all_companies() {
    long holder = Replacing.seed();
    Instant end = Replacing.inDays(150);
    String old = published("huace", Replacing.legacy(holder, SIGNING, end), "LEGACY");
    for (String company : COMPANIES) {
      String next = published(company, Replacing.fresh(holder, SIGNING, end), "STANDARD");
      HttpResponse<String> answer = replacing.exchange(company, old, next, "NEW_KEY");
      assertThat(answer.statusCode()).isEqualTo(company.equals("gxca") ? 201 : 409);
    }
  }

  @Test
  @Order(14)
  void old_medium_is_not_returned_and_decrypts_what_was_sealed_to_it() {
    long holder = Replacing.seed();
    Instant end = Replacing.inDays(150);
    byte[] bid = Replacing.print("huace", Replacing.legacy(holder, ENCRYPTION, end));
    String old = replacing.published("huace", bid, "LEGACY");
    String next = published("gxca", Replacing.fresh(holder, ENCRYPTION, end), "STANDARD");
    assertThat(replacing.exchange("gxca", old, next, "ESCROWED").statusCode()).isEqualTo(201);
    HttpResponse<String> answer =
        client.ask(
            question(bid, "03", "BID_DECRYPTION")
                + project("DEMO-GT-2022-017")
                + "<v:sealedAt>%s</v:sealedAt>".formatted(Instant.now().minusSeconds(1)));
    assertThat(first(answer, "verdict")).as(answer.body()).isEqualTo("VALID");
    assertThat(all(answer, "code")).contains("DECRYPT_WITH_ESCROWED_KEY");
    assertThat(answer.body()).contains(next, "旧介质锁");
  }

  @Test
  @Order(15)
  void new_certificate_is_recognised_like_any_other() {
    long holder = Replacing.seed();
    byte[] next = Replacing.print("gxca", Replacing.fresh(holder, SIGNING, Replacing.inDays(150)));
    replacing.published("gxca", next, "STANDARD");
    HttpResponse<String> answer = client.ask(question(next, "03", "LOGIN"));
    assertThat(first(answer, "verdict")).as(answer.body()).isEqualTo("VALID");
    assertThat(first(answer, "uscc")).isEqualTo(CertificatePress.codeOf(holder));
  }

  @Test
  @Order(16)
  void mobile_certificates_are_usable_in_every_stage_and_category_except_drugs_and_devices() {
    String sign = "gxca/mobile-sm2-sign.pem";
    for (String stage : List.of("LOGIN", "ENTERPRISE_SEAL", "CONTRACT_SIGNING")) {
      for (String category : List.of("02", "0101", "03", "9001")) {
        assertThat(first(client.ask(sign, category, stage), "verdict"))
            .as(stage + " " + category)
            .isEqualTo("VALID");
      }
    }
    assertThat(first(client.ask("gxca/mobile-sm2-enc.pem", "0101", "BID_ENCRYPTION"), "verdict"))
        .isEqualTo("VALID");
    for (String category : List.of("9002", "900201", "900202")) {
      HttpResponse<String> refused =
          client.askAs(REGION, question(client.der(sign), category, "LOGIN"));
      assertThat(first(refused, "rule")).isEqualTo("deny-mobile-drugs");
    }
  }

  @Test
  @Order(17)
  void fees_of_all_three_companies_are_looked_up_on_the_platform_itself() {
    HttpResponse<String> fees = client.send(client.request("api/v1/public/tariffs").GET());
    assertThat(fees.statusCode()).isEqualTo(200);
    COMPANIES.forEach(
        company -> assertThat(fees.body()).contains("\"tenant\":\"" + company + "\""));
  }

  @Test
  @Order(18)
  void mobile_certificates_are_free_for_two_months_until_the_end_of_2022() {
    String promoted = "\"freeUntil\":\"2022-12-31\"";
    for (String company : COMPANIES) {
      String until = fees(company, "2022-12-31T23:59:59%2B08:00");
      assertThat(until).contains(promoted, "unit-mobile-2", "person-mobile-2");
      assertThat(until).doesNotContain("monthlyFen");
      assertThat(fees(company, "2023-01-01T00:00:00%2B08:00")).doesNotContain(promoted);
    }
  }

  @Test
  @Order(19)
  void afterwards_two_of_the_companies_offer_payment_by_the_month() {
    String later = "2023-01-01T00:00:00%2B08:00";
    assertThat(fees("huace", later)).contains("\"monthlyFen\":1500", "\"monthlyFen\":800");
    assertThat(fees("itrus", later)).contains("\"monthlyFen\":1500", "\"monthlyFen\":800");
    assertThat(fees("gxca", later)).doesNotContain("monthlyFen").contains("unit-mobile-12");
  }

  @Test
  @Order(20)
  void applications_for_all_three_companies_are_taken_on_the_platform_itself() {
    HttpResponse<String> page = client.send(client.request("apply.xhtml?kind=SET").GET());
    assertThat(page.statusCode()).isEqualTo(200);
    COMPANIES.forEach(company -> assertThat(page.body()).contains("value=\"" + company + "/"));
  }

  private String fees(String company, String at) {
    return client
        .send(client.request("api/v1/public/tariffs/" + company + "?at=" + at).GET())
        .body();
  }

  private HttpResponse<String> exchange(String from, String to, long holder) {
    Instant end = Replacing.inDays(150);
    String old = published(from, Replacing.legacy(holder, SIGNING, end), "LEGACY");
    String next = published(to, Replacing.fresh(holder, SIGNING, end), "STANDARD");
    return replacing.exchange(to, old, next, "NEW_KEY");
  }

  private String published(String company, Sheet sheet, String profile) {
    return replacing.published(company, Replacing.print(company, sheet), profile);
  }

  private static String project(String code) {
    return "<v:project>" + code + "</v:project>";
  }
}
