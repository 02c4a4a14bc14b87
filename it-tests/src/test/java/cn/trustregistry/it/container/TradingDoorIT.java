package cn.trustregistry.it.container;

import static cn.trustregistry.demo.CertificatePress.Sheet.ENCRYPTION;
import static cn.trustregistry.demo.CertificatePress.Sheet.SIGNING;
import static cn.trustregistry.it.DemoClient.all;
import static cn.trustregistry.it.DemoClient.first;
import static cn.trustregistry.it.DemoClient.question;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.demo.CertificatePress;
import cn.trustregistry.it.DemoClient;
import cn.trustregistry.pki.Digests;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What a trading centre meets at the door for projects and subjects. */
@ArquillianTest
@RunAsClient
class TradingDoorIT {
  private static final String NANNING = "centre-450100";
  private static final String LIUZHOU = "centre-450200";
  private static final String BUILDER = "91450100MA5DEM13CX";

  private final DemoClient client = DemoClient.ofContainer();
  private final Replacing replacing = new Replacing(client);
  private final String code = "GT-" + Replacing.seed();

  @Test
  void project_is_reported_step_by_step_and_every_step_is_kept() {
    HttpResponse<String> listed = report(NANNING, category("03") + listedOn("2022-12-01"));
    assertThat(first(listed, "version")).as(listed.body()).isEqualTo("1");
    assertThat(first(report(NANNING, category("03") + listedOn("2022-12-01")), "version"))
        .isEqualTo("1");
    report(NANNING, time("sealedAt", "2023-01-05T09:00:00+08:00"));
    report(NANNING, time("openedAt", "2023-01-05T10:00:00+08:00"));
    HttpResponse<String> ended = report(NANNING, time("endedAt", "2023-02-01T00:00:00+08:00"));
    assertThat(first(ended, "sealedAt")).isEqualTo("2023-01-05T01:00:00Z");
    assertThat(first(ended, "version")).isEqualTo("4");
    HttpResponse<String> history = get(NANNING);
    assertThat(all(history, "listedOn")).hasSize(4);
    assertThat(all(history, "endedAt")).hasSize(1);
  }

  @Test
  void centre_neither_sees_nor_changes_the_projects_of_another() {
    report(NANNING, category("03") + listedOn("2022-12-01"));
    assertInvalid(get(LIUZHOU), "UNKNOWN_PROJECT", "code");
    assertInvalid(correct(LIUZHOU, listedOn("2022-12-02"), "mine"), "UNKNOWN_PROJECT", "code");
    report(LIUZHOU, category("0101") + listedOn("2024-05-01"));
    assertThat(first(get(NANNING), "listedOn")).isEqualTo("2022-12-01");
    assertThat(all(get(NANNING), "listedOn")).hasSize(1);
    String question = question(client.der("gxca/unit-rsa-sign.pem"), "03", "LOGIN");
    String project = "<v:project>" + code + "</v:project>";
    assertThat(first(client.ask(question + project), "verdict")).isEqualTo("VALID");
    assertInvalid(client.askAs(LIUZHOU, question + project), "PROJECT_CONFLICT", "category");
  }

  @Test
  void facts_only_go_forward_and_a_correction_says_why() {
    report(NANNING, category("03") + listedOn("2022-12-01"));
    assertInvalid(report(NANNING, listedOn("2022-12-02")), "PROJECT_FACT_FIXED", "listedOn");
    assertInvalid(
        report(NANNING, time("openedAt", "2023-01-05T10:00:00+08:00")),
        "PROJECT_FACTS_OUT_OF_ORDER",
        "openedAt");
    assertInvalid(
        report(NANNING, time("sealedAt", "2022-11-01T10:00:00+08:00")),
        "PROJECT_FACTS_OUT_OF_ORDER",
        "sealedAt");
    assertInvalid(
        report(NANNING, time("sealedAt", "2099-01-01T00:00:00Z")), "TIME_OUT_OF_RANGE", "sealedAt");
    assertInvalid(correct(NANNING, listedOn("2022-12-02"), ""), "MALFORMED_PROJECT", "reason");
    HttpResponse<String> corrected = correct(NANNING, listedOn("2022-12-02"), "挂牌日期误报");
    assertThat(first(corrected, "listedOn")).as(corrected.body()).isEqualTo("2022-12-02");
    assertThat(first(corrected, "correction")).isEqualTo("挂牌日期误报");
    assertThat(all(get(NANNING), "listedOn")).containsExactly("2022-12-01", "2022-12-02");
  }

  @Test
  void first_report_is_whole_and_its_category_exists() {
    assertInvalid(report(NANNING, listedOn("2022-12-01")), "PROJECT_FACT_MISSING", "category");
    assertInvalid(report(NANNING, category("03")), "PROJECT_FACT_MISSING", "listedOn");
    assertInvalid(
        report(NANNING, category("77") + listedOn("2022-12-01")), "UNKNOWN_CATEGORY", "category");
    assertInvalid(client.trading(NANNING, "ReportProject", "<t:project/>"), "SCHEMA", "project");
    assertInvalid(
        client.trading(
            NANNING,
            "ReportProject",
            "<t:project><t:code>a,b</t:code>"
                + category("03")
                + listedOn("2022-12-01")
                + "</t:project>"),
        "MALFORMED_PROJECT",
        "code");
    assertInvalid(get(NANNING), "UNKNOWN_PROJECT", "code");
  }

  @Test
  void listing_day_of_a_question_must_be_the_project_s() {
    report(NANNING, category("03") + listedOn("2022-12-01"));
    String question = question(client.der("gxca/unit-rsa-sign.pem"), "03", "LOGIN");
    String project = "<v:project>" + code + "</v:project>";
    assertInvalid(
        client.ask(question + "<v:listedOn>2022-12-02</v:listedOn>" + project),
        "PROJECT_CONFLICT",
        "listedOn");
    assertThat(
            first(
                client.ask(question + "<v:listedOn>2022-12-01</v:listedOn>" + project), "verdict"))
        .isEqualTo("VALID");
  }

  @Test
  void open_project_endangered_by_a_replacement_is_told_to_its_centre_and_to_the_company_alone() {
    long holder = Replacing.seed();
    Instant end = Replacing.inDays(200);
    byte[] bid = Replacing.print("huace", Replacing.fresh(holder, ENCRYPTION, end));
    String old = replacing.published("huace", bid, "STANDARD");
    report(NANNING, category("0101") + listedOn("2024-01-08"));
    String project = "<v:project>" + code + "</v:project>";
    HttpResponse<String> asked = client.ask(question(bid, "0101", "BID_ENCRYPTION") + project);
    assertThat(first(asked, "verdict")).as(asked.body()).isEqualTo("VALID");
    assertThat(endangered(NANNING).body()).doesNotContain(code);
    String next =
        replacing.published(
            "gxca", Replacing.print("gxca", Replacing.fresh(holder, ENCRYPTION, end)), "STANDARD");
    replacing.record("gxca", "LOSS", Replacing.exchangeOf(old, next, "NEW_KEY"));

    HttpResponse<String> told = endangered(NANNING);
    assertThat(told.body()).contains(code, "REPLACED", next, "NEW_KEY", "旧介质锁");
    assertThat(endangered(LIUZHOU).body()).doesNotContain(code);
    assertThat(client.get("huace-client", "api/v1/endangered-projects").body())
        .contains(code, "\"cause\":\"REPLACED\"");
    assertThat(client.get("itrus-client", "api/v1/endangered-projects").body())
        .doesNotContain(code);
    HttpResponse<String> decrypt =
        client.ask(
            question(bid, "0101", "BID_DECRYPTION")
                + project
                + "<v:sealedAt>%s</v:sealedAt>".formatted(Instant.now().minusSeconds(1)));
    assertThat(all(decrypt, "code")).contains("DECRYPT_WITH_OLD_MEDIUM");
    report(NANNING, time("endedAt", Instant.now().toString()));
    assertThat(endangered(NANNING).body()).doesNotContain(code);
  }

  @Test
  void subject_with_valid_certificates_of_unit_and_legal_person_may_be_registered() {
    HttpResponse<String> answer =
        client.trading(
            NANNING,
            "VerifySubject",
            "<t:uscc>" + BUILDER + "</t:uscc>" + category("03") + "<t:legalPerson/>");
    assertThat(first(answer, "verdict")).as(answer.body()).isEqualTo("VALID");
    assertThat(all(answer, "holderKind")).containsExactly("UNIT", "LEGAL_PERSON");
    assertThat(all(answer, "recordId")).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    HttpResponse<String> other =
        client.trading(
            NANNING,
            "VerifySubject",
            "<t:uscc>"
                + BUILDER
                + "</t:uscc>"
                + category("03")
                + "<t:legalPerson><t:name>某某</t:name></t:legalPerson>");
    assertThat(first(other, "verdict")).isEqualTo("INDETERMINATE");
    assertThat(all(other, "code")).contains("NO_CERTIFICATE_OF_HOLDER");
  }

  @Test
  void subject_nobody_vouches_for_is_left_open_and_one_with_a_revoked_certificate_is_refused() {
    String unknown = CertificatePress.codeOf(Replacing.seed());
    HttpResponse<String> open =
        client.trading(
            NANNING, "VerifySubject", "<t:uscc>" + unknown + "</t:uscc>" + category("03"));
    assertThat(first(open, "verdict")).isEqualTo("INDETERMINATE");
    long holder = Replacing.seed();
    byte[] der = Replacing.print("gxca", Replacing.fresh(holder, SIGNING, Replacing.inDays(100)));
    replacing.published("gxca", der, "STANDARD");
    client.post(
        "gxca-client",
        "api/v1/revocations",
        "application/json",
        "{\"certificate\":\"%s\"}".formatted(Digests.sha256(der)).getBytes(UTF_8));
    HttpResponse<String> refused =
        client.trading(
            NANNING,
            "VerifySubject",
            "<t:uscc>" + CertificatePress.codeOf(holder) + "</t:uscc>" + category("03"));
    assertThat(first(refused, "verdict")).isEqualTo("INVALID");
    assertThat(all(refused, "code")).contains("CERTIFICATE_REVOKED");
    assertInvalid(
        client.trading(
            NANNING, "VerifySubject", "<t:uscc>91450100MA5DEM13CY</t:uscc>" + category("03")),
        "MALFORMED_USCC",
        "uscc");
  }

  @Test
  void soap_1_2_is_answered_at_the_same_address() {
    String envelope =
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>"
            + "<t:ListEndangeredProjects xmlns:t=\"urn:trustregistry:trading:v1\"/>"
            + "</s:Body></s:Envelope>";
    HttpResponse<String> answer =
        client.send(
            client
                .request("soap/v1/trading")
                .header("Authorization", client.basic(NANNING))
                .header("Content-Type", "application/soap+xml; charset=utf-8")
                .POST(BodyPublishers.ofString(envelope)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(first(answer, "complete")).isEqualTo("true");
  }

  private HttpResponse<String> report(String centre, String facts) {
    return client.trading(
        centre,
        "ReportProject",
        "<t:project><t:code>" + code + "</t:code>" + facts + "</t:project>");
  }

  private HttpResponse<String> correct(String centre, String facts, String reason) {
    return client.trading(
        centre,
        "CorrectProject",
        "<t:project><t:code>"
            + code
            + "</t:code>"
            + facts
            + "</t:project><t:reason>"
            + reason
            + "</t:reason>");
  }

  private HttpResponse<String> get(String centre) {
    return client.trading(centre, "GetProject", "<t:code>" + code + "</t:code>");
  }

  private HttpResponse<String> endangered(String centre) {
    return client.trading(centre, "ListEndangeredProjects", "");
  }

  private static String category(String code) {
    return "<t:category>" + code + "</t:category>";
  }

  private static String listedOn(String day) {
    return "<t:listedOn>" + day + "</t:listedOn>";
  }

  private static String time(String name, String time) {
    return "<t:%1$s>%2$s</t:%1$s>".formatted(name, time);
  }

  private static void assertInvalid(HttpResponse<String> answer, String code, String field) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
    assertThat(first(answer, "code")).isEqualTo(code);
    assertThat(first(answer, "field")).isEqualTo(field);
    assertThat(all(answer, "text")).hasSize(2);
  }
}
