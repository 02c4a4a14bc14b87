package cn.trustregistry.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.RegistryProcess;
import cn.trustregistry.it.SharedRegistry;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role does in the console, and what it is kept from. */
@ExtendWith(SharedRegistry.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleIT {
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

  @ParameterizedTest
  @ValueSource(strings = {"demo-approver", "demo-auditor"})
  void every_page_of_those_who_see_what_admins_see_opens(String name) {
    try (Visit visit = browser.as(name)) {
      for (String path : paths(visit.page().locator("nav.rail a"))) {
        assertThat(visit.open(path)).as(path).isEqualTo(200);
        visit.hasNoErrors(path);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-admin-1", "demo-gxca", "demo-nanning"})
  void every_page_of_the_navigation_opens_for_each_role(String name) {
    try (Visit visit = browser.as(name)) {
      assertThat(visit.page().url()).endsWith("/console/");
      visit.looksRight(name + "-index");
      for (String path : paths(visit.page().locator("nav.rail a"))) {
        assertThat(visit.open(path)).as(path).isEqualTo(200);
        visit.looksRight(name + path.replace('/', '-').replace(".xhtml", ""));
      }
      assertThat(visit.open("/console/account.xhtml")).isEqualTo(200);
      visit.looksRight(name + "-account");
    }
  }

  private static List<String> paths(Locator links) {
    return links.all().stream().map(link -> link.getAttribute("href")).toList();
  }

  @Test
  void pages_of_single_things_open_in_both_languages() {
    try (Visit admin = browser.as("demo-admin-1")) {
      admin.open("/console/company.xhtml?code=gxca");
      admin.looksRight("company");
      admin.open(admin.page().locator("a[href*=issuer]").first().getAttribute("href"));
      admin.looksRight("issuer");
      admin.open("/console/centre.xhtml?code=450100&lang=en");
      assertThat(admin.text()).contains("Client systems");
      admin.looksRight("centre-en");
      admin.open("/console/company.xhtml?code=gxca&lang=zh");
    }
  }

  @Test
  void wrong_password_is_said_beside_the_field_and_five_of_them_lock() {
    try (Visit admin = browser.as("demo-admin-1");
        Visit visitor = browser.visitor()) {
      String link = invite(admin, "locked.person", "AUDITOR", "");
      accept(visitor, link, "correct horse battery");
      for (int i = 0; i < 4; i++) {
        visitor.logIn("locked.person", "wrong");
        assertThat(visitor.text()).contains("不正确");
      }
      visitor.looksRight("log-in-wrong");
      visitor.logIn("locked.person", "wrong");
      visitor.logIn("locked.person", "correct horse battery");
      assertThat(visitor.text()).contains("连续失败次数过多");
      visitor.logIn("nobody.at.all", "wrong");
      assertThat(visitor.text()).contains("不正确");
    }
  }

  @Test
  void invited_person_takes_the_account_over_and_uses_one_time_codes() {
    try (Visit admin = browser.as("demo-admin-1");
        Visit person = browser.visitor()) {
      String link = invite(admin, "new.operator", "CA_OPERATOR", "gxca");
      admin.looksRight("people-invited");
      person.open(link);
      person.fill("form:password", "short").fill("form:again", "short").press("form:go");
      assertThat(person.text()).contains("至少 12 个字符");
      accept(person, link, "a password of my own");
      person.logIn("new.operator", "a password of my own");
      person.open("/console/account.xhtml");
      person.press("totp:begin");
      byte[] key = Base32.decode(person.page().locator(".key").innerText());
      person.looksRight("account-totp");
      person.fill("totp:code", "000000").press("totp:enrol");
      assertThat(person.text()).contains("验证码不正确");
      String code = Base32.code(key);
      person.fill("totp:code", code).press("totp:enrol");
      String recovery = person.page().locator(".once li").first().innerText();
      person.press("leave:go");
      assertThat(person.text()).contains("您已退出");
      person.logIn("new.operator", "a password of my own");
      person.fill("step:code", code).press("step:go");
      assertThat(person.text()).as("a code works once").contains("不正确", "只能使用一次");
      person.fill("step:code", recovery).press("step:go");
      assertThat(person.page().url()).endsWith("/console/");
      assertThat(person.open(link)).isEqualTo(200);
      assertThat(person.text()).as("an invitation works once").contains("已使用");
    }
  }

  @Test
  void issuer_is_admitted_by_two_different_people(RegistryProcess registry) throws IOException {
    try (Visit first = browser.as("demo-admin-1");
        Visit second = browser.as("demo-approver")) {
      first.open("/console/companies.xhtml");
      first.fill("form:code", "newca").fill("form:nameZh", "新增CA公司");
      first.fill("form:nameEn", "New CA").fill("form:hotline", "400-000-0000").press("form:go");
      assertThat(first.text()).contains("已登记 newca");
      first.page().locator("details:has([id='propose:pem']) > summary").click();
      first.fill("propose:pem", "no certificate").press("propose:go");
      assertThat(first.text()).contains("这不是一张能识别的证书");
      first.fill("propose:pem", TestRoot.pem()).press("propose:go");
      assertThat(first.text()).contains("等待两人审批");
      first.open("/console/approvals.xhtml");
      first.looksRight("approvals");
      first.press(waiting(first, "newca").locator("[id$=':approve']"));
      assertThat(waiting(first, "newca").locator("[id$=':approve']").count()).isZero();
      assertThat(first.text()).contains("需由另一人");
      second.open("/console/approvals.xhtml");
      second.press(waiting(second, "newca").locator("[id$=':approve']"));
      first.open("/console/company.xhtml?code=newca");
      assertThat(first.text()).contains("已接纳");
    }
  }

  private static Locator waiting(Visit visit, String text) {
    return visit.page().locator("section.waiting:has-text('" + text + "')");
  }

  @Test
  void suspended_company_is_refused_everywhere_until_somebody_else_resumes_it() {
    String certificate = "hcca/unit-rsa-sign.pem";
    try (Visit first = browser.as("demo-admin-1");
        Visit second = browser.as("demo-admin-2")) {
      first.open("/console/companies.xhtml");
      String code = first.page().locator("tbody tr:has-text('华测') td.code").first().innerText();
      certificate = code + "/unit-rsa-sign.pem";
      assertThat(verdict(certificate)).isEqualTo("VALID");
      first.open("/console/company.xhtml?code=" + code);
      first.page().locator("#suspend > summary").click();
      first.looksRight("company-suspend");
      first.press("state:suspendNow");
      assertThat(first.text()).contains("请写明理由");
      first.fill("state:reason", "抽查发现问题").press("state:suspendNow");
      assertThat(first.text()).contains("已暂停");
      assertThat(verdict(certificate)).isEqualTo("INVALID");
      assertThat(DemoClient.all(demo.ask(certificate, "0101", "LOGIN"), "code"))
          .contains("COMPANY_SUSPENDED");
      first.press("state:resume");
      assertThat(first.text()).contains("以外的管理员");
      second.open("/console/company.xhtml?code=" + code);
      second.press("state:resume");
      assertThat(verdict(certificate)).isEqualTo("VALID");
    }
  }

  private String verdict(String certificate) {
    return DemoClient.first(demo.ask(certificate, "0101", "LOGIN"), "verdict");
  }

  @Test
  void new_credential_is_shown_once_and_opens_its_door() {
    try (Visit operator = browser.as("demo-gxca")) {
      operator.open("/console/company.xhtml?code=gxca");
      operator.fill("newClient:clientId", "gxca-second").press("newClient:go");
      String secret = operator.page().locator(".once dd.code").nth(1).innerText();
      assertThat(operator.text()).contains("仅显示这一次");
      operator.looksRight("credential");
      assertThat(
              demo.send(
                      demo.request("api/v1/issuers")
                          .header("Authorization", DemoClient.basic("gxca-second", secret))
                          .GET())
                  .statusCode())
          .isEqualTo(200);
      operator.open("/console/company.xhtml?code=gxca");
      assertThat(operator.page().content()).doesNotContain(secret);
    }
  }

  @Test
  void another_tenant_s_pages_and_those_of_other_roles_stay_shut() {
    try (Visit operator = browser.as("demo-gxca");
        Visit centre = browser.as("demo-nanning");
        Visit auditor = browser.as("demo-auditor")) {
      operator.open("/console/companies.xhtml");
      assertThat(operator.text()).contains("gxca").doesNotContain("华测");
      for (String path : List.of("people", "audit", "approvals")) {
        assertThat(operator.open("/console/" + path + ".xhtml")).isEqualTo(403);
      }
      assertThat(operator.open("/console/audit.csv")).isEqualTo(403);
      operator.forgetErrors().looksRight("denied");
      String other;
      try (Visit admin = browser.as("demo-admin-1")) {
        admin.open("/console/companies.xhtml");
        other = admin.page().locator("tbody tr:has-text('华测') td.code").first().innerText();
      }
      assertThat(operator.open("/console/company.xhtml?code=" + other)).isEqualTo(404);
      operator.forgetErrors().looksRight("missing");
      assertThat(centre.open("/console/centre.xhtml?code=450200")).isEqualTo(404);
      assertThat(centre.open("/console/company.xhtml?code=gxca")).isEqualTo(404);
      assertThat(auditor.open("/console/people.xhtml")).isEqualTo(403);
      auditor.open("/console/company.xhtml?code=gxca");
      assertThat(auditor.at("newClient:go").count()).isZero();
      assertThat(auditor.at("state:suspendNow").count()).isZero();
    }
  }

  @Test
  void forged_view_state_and_forms_of_other_sites_are_refused() {
    try (Visit admin = browser.as("demo-admin-1");
        Visit operator = browser.as("demo-gxca")) {
      admin.open("/console/people.xhtml");
      String state = viewState(admin);
      assertThat(post(operator, "/console/people.xhtml", state, "same-origin")).isEqualTo(403);
      operator.open("/console/company.xhtml?code=gxca");
      String path = "/console/company.xhtml";
      assertThat(post(operator, path, state, "same-origin")).isEqualTo(409);
      assertThat(post(operator, path, "1:1", "same-origin")).isEqualTo(409);
      assertThat(post(operator, path, viewState(operator), "cross-site")).isEqualTo(403);
      assertThat(post(operator, "/console/explain.xhtml", state, "same-origin")).isEqualTo(409);
      admin.open("/console/people.xhtml");
      assertThat(admin.text()).doesNotContain("forged.person");
    }
  }

  @Test
  void verdict_is_explained_check_by_check_and_is_nobody_s_record() {
    String pem = new String(demo.file("gxca/unit-rsa-sign.pem"), UTF_8);
    try (Visit auditor = browser.as("demo-auditor");
        Visit operator = browser.as("demo-gxca");
        Visit centre = browser.as("demo-nanning")) {
      auditor.open("/console/explain.xhtml");
      auditor.fill("form:pem", "no certificate").press("form:go");
      assertThat(auditor.text()).contains("必填");
      choose(auditor).press("form:go");
      assertThat(auditor.text()).contains("这不是一张能识别的证书");
      choose(auditor.fill("form:pem", pem)).press("form:go");
      assertThat(auditor.text())
          .contains("未记为交易中心结论", "CRL 编号", "通过")
          .doesNotContainPattern("\\dT\\d\\d:\\d\\d");
      auditor.looksRight("explained");
      choose(auditor.fill("form:pem", pem));
      auditor.fill("form:at", "2026-01-01T08:00").press("form:go");
      assertThat(auditor.text()).contains("在 2026-01-01 08:00:00 北京时间 尚未生效");
      choose(operator, pem).press("form:go");
      assertThat(operator.text()).contains("未记为交易中心结论");
      String foreign = new String(demo.file(otherCompany() + "/unit-rsa-sign.pem"), UTF_8);
      choose(operator, foreign).press("form:go");
      assertThat(operator.text()).contains("这不是本公司的证书").doesNotContain("CRL 编号");
      operator.looksRight("explain-foreign");
      centre.open("/console/explain.xhtml");
      assertThat(centre.page().locator("[id='form:centre'] option").allInnerTexts())
          .hasSize(2)
          .last()
          .asString()
          .contains("450100");
    }
  }

  private String otherCompany() {
    try (Visit admin = browser.as("demo-admin-1")) {
      admin.open("/console/companies.xhtml");
      return admin.page().locator("tbody tr:has-text('华测') td.code").first().innerText();
    }
  }

  private static Visit choose(Visit visit, String pem) {
    visit.open("/console/explain.xhtml");
    return choose(visit.fill("form:pem", pem));
  }

  private static Visit choose(Visit visit) {
    visit.at("form:centre").selectOption("450100");
    visit.at("form:category").selectOption(new SelectOption().setIndex(1));
    visit.at("form:stage").selectOption("LOGIN");
    return visit;
  }

  private static String viewState(Visit visit) {
    return visit.page().locator("[name='jakarta.faces.ViewState']").first().inputValue();
  }

  private static int post(Visit visit, String path, String state, String site) {
    return visit
        .page()
        .request()
        .post(
            path,
            RequestOptions.create()
                .setHeader("Sec-Fetch-Site", site)
                .setHeader("Accept", "text/html")
                .setMaxRedirects(0)
                .setForm(
                    FormData.create()
                        .set("invite", "invite")
                        .set("invite:name", "forged.person")
                        .set("invite:role", "PLATFORM_ADMIN")
                        .set("invite:go", "x")
                        .set("jakarta.faces.ViewState", state)))
        .status();
  }

  @Test
  void audit_trail_is_filtered_and_exported_without_formulas() throws IOException {
    try (Visit admin = browser.as("demo-admin-1");
        Visit auditor = browser.as("demo-auditor")) {
      admin.open("/console/company.xhtml?code=gxca");
      admin.fill("reach:hotline", "=HYPERLINK(1)").press("reach:go");
      auditor.open("/console/audit.xhtml?action=CA_COMPANY_HOTLINE_CHANGED");
      assertThat(auditor.text()).contains("demo-admin-1", "=HYPERLINK(1)");
      auditor.looksRight("audit-filtered");
      Download file =
          auditor.page().waitForDownload(() -> auditor.page().locator("a[href*=csv]").click());
      assertThat(Files.readString(file.path()))
          .contains("\"CA_COMPANY_HOTLINE_CHANGED\"", "\"'=HYPERLINK(1)\"");
      admin.fill("reach:hotline", "0771-5555555").press("reach:go");
    }
  }

  @Test
  void registered_certificate_logs_in_by_signing_the_challenge() throws GeneralSecurityException {
    try (Visit admin = browser.as("demo-admin-2");
        Visit person = browser.visitor()) {
      admin.open("/console/account.xhtml");
      String pem = new String(demo.file("gxca/unit-rsa-sign.pem"), UTF_8);
      admin.fill("register:certificate", pem);
      admin.fill("register:proof", demo.secret("demo-admin-2")).press("register:go");
      assertThat(admin.text()).contains("证书已登记");
      person.open("/log-in.xhtml");
      person.page().locator("details > summary").click();
      String challenge = person.page().locator("#challenge").innerText();
      person.fill("sign:certificate", pem);
      person.fill("sign:signature", "AAAA").press("sign:go");
      assertThat(person.text()).contains("不正确");
      String second = person.page().locator("#challenge").innerText();
      assertThat(second).as("each challenge is good for one attempt").isNotEqualTo(challenge);
      person.looksRight("log-in-certificate");
      person.fill("sign:signature", signed(second)).press("sign:go");
      assertThat(person.page().url()).endsWith("/console/");
    }
  }

  private String signed(String text) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(
        KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(demo.der("gxca/unit-rsa-sign.key.pem"))));
    signature.update(text.getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  private static String invite(Visit admin, String name, String role, String owner) {
    admin.open("/console/people.xhtml");
    admin.fill("invite:name", name);
    admin.at("invite:role").selectOption(role);
    admin.fill("invite:owner", owner).press("invite:go");
    return admin.page().locator(".once .code").innerText();
  }

  private static void accept(Visit visitor, String link, String password) {
    visitor.open(link);
    visitor.fill("form:password", password).fill("form:again", password).press("form:go");
    assertThat(visitor.text()).contains("已启用");
  }
}
