package cn.trustregistry.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.Receipt;
import cn.trustregistry.it.RegistryProcess;
import cn.trustregistry.it.SharedRegistry;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Certificates in the console, as each role, and that the log-in cannot be gone around. */
@ExtendWith(SharedRegistry.class)
@TestInstance(Lifecycle.PER_CLASS)
class CertificatesInConsoleIT {
  private static final String OWN = "gxca/unit-rsa-sign.pem";
  private static final String REVOKED = "gxca/revoked-rsa-sign.pem";
  private static final String FOREIGN = "huace/unit-rsa-sign.pem";

  private TestBrowser browser;
  private DemoClient demo;

  @BeforeAll
  void open(RegistryProcess registry) {
    demo = DemoClient.of(registry);
    browser = TestBrowser.on(registry.base(), demo);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  private String sha256(String certificate) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(demo.der(certificate));
    return HexFormat.of().formatHex(digest);
  }

  @Test
  void certificate_is_found_and_its_page_names_pair_chain_and_verdicts() throws Exception {
    demo.ask(OWN, "0101", "LOGIN");
    try (Visit auditor = browser.as("demo-auditor")) {
      auditor.open("/console/certificates.xhtml?sha256=" + sha256(OWN).toUpperCase(Locale.ROOT));
      assertThat(auditor.page().locator("tbody tr").count()).isEqualTo(1);
      auditor.looksRight("certificates-found");
      auditor.open(auditor.page().locator("tbody th a").getAttribute("href"));
      assertThat(auditor.text()).contains("双证书", "根证书", "由 CA 公司发布", "CRL 编号", "450");
      assertThat(auditor.page().locator("#verdicts ~ .scroll tbody tr").count()).isPositive();
      auditor.looksRight("certificate");
      auditor.open("/console/certificates.xhtml?serial=xyz");
      assertThat(auditor.page().locator("#serial-fault").innerText()).contains("十六进制");
      auditor.open("/console/certificates.xhtml?subject=nobody-of-this-name");
      assertThat(auditor.text()).contains("没有符合条件的记录");
    }
  }

  @Test
  void verdict_leads_to_its_receipt_for_those_who_see_the_verdict() throws Exception {
    HttpResponse<String> answer = Receipt.asked(demo);
    String record = Receipt.record(answer);
    String without = Receipt.record(demo.ask(OWN, "0101", "LOGIN"));
    String file = "/console/receipt?record=" + record;
    try (Visit auditor = browser.as("demo-auditor");
        Visit centre = browser.as("demo-nanning");
        Visit operator = browser.as("demo-gxca");
        Visit visitor = browser.visitor()) {
      auditor.open("/console/certificate.xhtml?sha256=" + sha256(OWN));
      Download kept =
          auditor
              .page()
              .waitForDownload(() -> auditor.page().locator("a[href='" + file + "']").click());
      assertThat(kept.suggestedFilename()).isEqualTo("receipt-" + record + ".txt");
      String receipt = Files.readString(kept.path());
      visitor.open("/receipt.xhtml");
      visitor.fill("text", receipt).press("check");
      assertThat(visitor.text()).contains("真实", record);
      assertThat(auditor.text()).contains(without);
      assertThat(auditor.page().locator("a[href$='" + without + "']").count()).isZero();
      assertThat(status(auditor, "/console/receipt?record=" + without)).isEqualTo(404);
      assertThat(status(centre, file)).isEqualTo(200);
      assertThat(status(operator, file)).isEqualTo(200);
      assertThat(status(auditor, "/console/receipt?record=none")).isEqualTo(404);
      assertThat(status(auditor, "/console/receipt")).isEqualTo(404);
    }
  }

  @Test
  void receipt_of_another_company_s_certificate_is_none() {
    HttpResponse<String> answer =
        demo.ask(
            DemoClient.question(demo.der(FOREIGN), "0101", "LOGIN")
                + "<v:withReceipt>true</v:withReceipt>");
    String file = "/console/receipt?record=" + Receipt.record(answer);
    try (Visit operator = browser.as("demo-gxca");
        Visit auditor = browser.as("demo-auditor")) {
      assertThat(status(operator, file)).isEqualTo(404);
      assertThat(status(auditor, file)).isEqualTo(200);
    }
  }

  private static int status(Visit visit, String path) {
    return visit.page().request().get(path).status();
  }

  @Test
  void history_names_the_list_that_revoked_and_screens_tell_the_time_of_china() throws Exception {
    demo.ask(REVOKED, "0101", "LOGIN");
    try (Visit auditor = browser.as("demo-auditor")) {
      auditor.open("/console/certificate.xhtml?sha256=" + sha256(REVOKED));
      assertThat(auditor.page().locator(".timeline").innerText())
          .contains("由 CA 公司发布")
          .containsPattern("第 \\d+ 号 CRL 列出");
      assertThat(auditor.page().locator("#verdicts ~ .scroll tbody").innerText())
          .contains("密钥泄露")
          .doesNotContain("KEY_COMPROMISE");
      assertThat(auditor.text()).contains("北京时间").doesNotContainPattern("\\dT\\d\\d:\\d\\d");
      auditor.looksRight("certificate-revoked");
    }
  }

  @Test
  void company_finds_its_own_certificates_only() throws Exception {
    try (Visit operator = browser.as("demo-gxca")) {
      operator.open("/console/certificates.xhtml?company=huace");
      assertThat(operator.page().locator("tbody tr td:nth-child(4)").allInnerTexts())
          .isNotEmpty()
          .containsOnly("gxca");
      operator.open("/console/certificates.xhtml?sha256=" + sha256(FOREIGN));
      assertThat(operator.text()).contains("没有符合条件的记录");
      assertThat(operator.open("/console/certificate.xhtml?sha256=" + sha256(OWN))).isEqualTo(200);
      assertThat(operator.open("/console/certificate.xhtml?sha256=" + sha256(FOREIGN)))
          .isEqualTo(404);
    }
  }

  @Test
  void centre_names_a_certificate_and_sees_its_own_verdicts_only() throws Exception {
    try (Visit centre = browser.as("demo-nanning")) {
      centre.open("/console/certificates.xhtml?subject=a");
      assertThat(centre.page().locator("tbody tr").count()).isZero();
      centre.open("/console/certificates.xhtml?sha256=" + sha256(OWN));
      assertThat(centre.page().locator("tbody tr").count()).isEqualTo(1);
      assertThat(centre.open("/console/certificate.xhtml?sha256=" + sha256(OWN))).isEqualTo(200);
      assertThat(centre.page().locator("#verdicts ~ .scroll tbody td:nth-child(2)").allInnerTexts())
          .allMatch("450100"::equals);
    }
  }

  @Test
  void no_spelling_of_the_path_gets_around_the_log_in(RegistryProcess registry) throws Exception {
    HttpClient client = HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    for (String path :
        List.of(
            "//console/people.xhtml",
            "///console/people.xhtml",
            "/console//people.xhtml",
            "/console;x=y/people.xhtml",
            "/console/people.xhtml;x=y",
            "/;x/console/people.xhtml",
            "/./console/people.xhtml",
            "/x/../console/people.xhtml",
            "/%63onsole/people.xhtml",
            "/console/%70eople.xhtml",
            "/console%2Fpeople.xhtml",
            "/CONSOLE/people.xhtml")) {
      assertThat(get(client, registry.base(), path))
          .as(path)
          .doesNotContain("invite:name", "demo-admin-2");
    }
  }

  private static String get(HttpClient client, URI base, String path)
      throws IOException, InterruptedException {
    URI address = URI.create("http://" + base.getHost() + ":" + base.getPort() + path);
    HttpResponse<String> response =
        client.send(HttpRequest.newBuilder(address).GET().build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path).isIn(200, 301, 302, 400, 404);
    return response.body();
  }
}
