package cn.trustregistry.it.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.Receipt;
import cn.trustregistry.it.RegistryProcess;
import cn.trustregistry.it.SharedRegistry;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a bidder does at the portal, at a desk and on a phone, and what a company does with it. */
@ExtendWith(SharedRegistry.class)
@TestInstance(Lifecycle.PER_CLASS)
class PortalIT {
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("home", "/"),
          Map.entry("fees", "/fees.xhtml"),
          Map.entry("fees-mobile", "/fees.xhtml?kind=UNIT&medium=MOBILE&months=1"),
          Map.entry("recognition", "/recognition.xhtml"),
          Map.entry("guide", "/guide.xhtml"),
          Map.entry("apply", "/apply.xhtml?kind=SET"),
          Map.entry("apply-replacement", "/apply.xhtml?kind=REPLACEMENT"),
          Map.entry("follow", "/follow.xhtml"),
          Map.entry("receipt", "/receipt.xhtml"),
          Map.entry("status", "/status.xhtml"),
          Map.entry("scan", "/scan.xhtml"),
          Map.entry("demo-phone", "/demo/phone.xhtml"),
          Map.entry("notices", "/notices.xhtml"));

  private TestBrowser browser;
  private DemoClient demo;
  private Path outbox;

  @BeforeAll
  void open(RegistryProcess registry) {
    demo = DemoClient.of(registry);
    browser = TestBrowser.on(registry.base(), demo);
    outbox = registry.data().resolve("demo/outbox");
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @Test
  void every_page_opens_at_a_desk() {
    try (Visit visitor = browser.visitor()) {
      PAGES.forEach((name, path) -> looksRight(visitor, name, path));
    }
  }

  @Test
  void every_page_fits_a_phone() {
    try (Visit visitor = browser.phone()) {
      PAGES.forEach((name, path) -> looksRight(visitor, "phone-" + name, path));
      looksRight(visitor, "phone-home-en", "/?lang=en");
      PAGES.values().forEach(path -> opensAndFits(visitor, path));
    }
  }

  private static void looksRight(Visit visitor, String name, String path) {
    opensAndFits(visitor, path);
    visitor.looksRight("portal-" + name);
  }

  private static void opensAndFits(Visit visitor, String path) {
    assertThat(visitor.open(path)).as(path).isEqualTo(200);
    Object wide =
        visitor
            .page()
            .evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(wide).as("how much wider than the screen is " + path).isEqualTo(0);
  }

  @Test
  void bidder_finds_the_cheapest_set_from_the_first_page() {
    try (Visit visitor = browser.phone()) {
      visitor.open("/");
      visitor.press(visitor.page().locator(".tasks a[href='/fees.xhtml']"));
      visitor.page().locator("select[name=kind]").selectOption("SET");
      visitor.page().locator("select[name=medium]").selectOption("USB_KEY");
      visitor.press(visitor.page().locator("form.choice button"));
      assertThat(visitor.page().url()).contains("kind=SET", "medium=USB_KEY");
      assertThat(visitor.page().locator("select[name=kind]").inputValue()).isEqualTo("SET");
      List<Integer> totals =
          visitor.page().locator(".price > strong").allInnerTexts().stream()
              .map(text -> Integer.valueOf(text.replace("¥", "")))
              .toList();
      assertThat(totals).hasSizeGreaterThan(1).isSorted();
      assertThat(visitor.page().locator(".offers li").first().innerText()).contains("最低");
      visitor.looksRight("portal-phone-cheapest");
    }
  }

  @Test
  void receipt_is_verified_from_its_file_and_a_changed_one_is_not() {
    String receipt = Receipt.of(demo);
    try (Visit visitor = browser.visitor()) {
      assertThat(checked(visitor, receipt))
          .contains("真实", "北京时间")
          .doesNotContain("未能证明")
          .doesNotContainPattern("\\dT\\d\\d:\\d\\d");
      visitor.looksRight("portal-receipt-genuine");
      String changed = receipt.substring(0, receipt.length() - 9) + "AAAAAAAAA";
      assertThat(checked(visitor, changed)).contains("未能证明");
    }
  }

  private static String checked(Visit visitor, String receipt) {
    visitor.open("/receipt.xhtml");
    visitor
        .page()
        .locator("#file")
        .setInputFiles(
            new FilePayload("receipt.json", "application/json", receipt.getBytes(UTF_8)));
    visitor
        .page()
        .waitForCondition(() -> visitor.page().locator("#text").inputValue().equals(receipt));
    visitor.press("check");
    return visitor.page().locator("#answer").innerText();
  }

  @Test
  void application_is_handed_in_on_a_phone_worked_in_the_console_and_followed() {
    try (Visit applicant = browser.phone();
        Visit operator = browser.as("demo-gxca")) {
      String receipt = applied(applicant, "广西壮族自治区");
      applicant.looksRight("portal-phone-application");
      operator.open("/console/applications.xhtml");
      operator.looksRight("applications-waiting");
      operator.press(operator.page().locator("a:has-text('" + receipt + "')"));
      assertThat(operator.text()).contains("广西演示建设有限公司", "91450100MA5DEM13CX", "licence.pdf");
      assertThat(operator.at("steps:approve").count()).as("not offered yet").isZero();
      operator.looksRight("application-submitted");
      byte[] material =
          operator
              .page()
              .request()
              .get("/console/material?receipt=" + receipt + "&number=1")
              .body();
      assertThat(new String(material, US_ASCII)).startsWith("%PDF-");
      operator.page().locator("#back > summary").click();
      operator.press("steps:sendBack");
      assertThat(operator.text()).contains("请写明理由");
      operator.fill("steps:correction", "营业执照不清晰").press("steps:sendBack");
      assertThat(operator.text()).contains("已退回补正", "待补正");
      followed(applicant, receipt);
      assertThat(applicant.text()).contains("待补正", "营业执照不清晰", "请您按下方要求补正");
      applicant.looksRight("portal-phone-application-correction");
      applicant.press(applicant.page().locator("input[value='下一步：上传材料']"));
      applicant.press(applicant.page().locator("input[value='提交申请']"));
      operator.open("/console/application.xhtml?receipt=" + receipt);
      operator.press("steps:accept").press("steps:approve");
      operator.press("steps:issue");
      assertThat(operator.text()).contains("请为申请的每种持有者各选一张证书");
      operator.looksRight("application-approved");
      operator.page().locator("#no > summary").click();
      operator.fill("steps:refusal", "演示结束").press("steps:refuse");
      assertThat(operator.text()).contains("已办结，没有后续步骤");
      operator.open("/console/applications.xhtml?pile=DONE");
      assertThat(operator.text()).contains(receipt);
      operator.looksRight("applications-done");
    }
  }

  @Test
  void applicant_withdraws_only_after_confirming_and_is_told_when_the_time_to_look_is_over() {
    try (Visit applicant = browser.visitor();
        Visit stranger = browser.visitor()) {
      applied(applicant, "华测");
      assertThat(applicant.text()).contains("等待CA公司受理", "服务热线");
      Locator withdraw = applicant.page().locator("input[value='确认撤回']");
      assertThat(withdraw.isVisible()).isFalse();
      applicant.page().locator("details.confirm > summary").click();
      applicant.looksRight("portal-application-withdraw");
      applicant.press(withdraw);
      assertThat(applicant.text()).contains("您已撤回申请");
      stranger.open("/application.xhtml");
      assertThat(stranger.page().url()).contains("/follow.xhtml");
      assertThat(stranger.text()).contains("请重新查询");
    }
  }

  @Test
  void application_at_another_company_is_nobody_else_s() {
    try (Visit applicant = browser.visitor();
        Visit operator = browser.as("demo-gxca");
        Visit admin = browser.as("demo-admin-1")) {
      String receipt = applied(applicant, "华测");
      operator.open("/console/applications.xhtml");
      assertThat(operator.text()).doesNotContain(receipt);
      String page = "/console/application.xhtml?receipt=" + receipt;
      String material = "/console/material?number=1&receipt=" + receipt;
      assertThat(operator.open(page)).isEqualTo(404);
      assertThat(operator.page().request().get(material).status()).isEqualTo(404);
      assertThat(admin.open(page)).isEqualTo(403);
      assertThat(admin.page().request().get(material).status()).isEqualTo(403);
    }
  }

  private static String applied(Visit applicant, String company) {
    applicant.open("/apply.xhtml?kind=SET");
    assertThat(applicant.page().locator(".offers label").allInnerTexts())
        .extracting(label -> Integer.valueOf(label.replaceFirst(".*，(\\d+) 元", "$1")))
        .isSorted();
    applicant.page().locator(".offers label:has-text('" + company + "')").first().click();
    applicant.fill("form:unitName", "广西演示建设有限公司").fill("form:uscc", "91450100MA5DEM13CX");
    applicant.fill("form:personName", "演示甲").fill("form:contactName", "经办人");
    applicant.fill("form:phone", "13800138000").fill("form:email", "someone@applicant.example");
    applicant.press(applicant.page().locator("input[value='下一步：上传材料']"));
    applicant
        .at("form:file")
        .setInputFiles(
            new FilePayload("licence.pdf", "application/pdf", "%PDF-1.7 a".getBytes(US_ASCII)));
    applicant.press(applicant.page().locator("input[value='上传']"));
    assertThat(applicant.text()).contains("licence.pdf");
    applicant.press(applicant.page().locator("input[value='提交申请']"));
    return applicant.page().locator(".receipt .code").innerText();
  }

  private void followed(Visit applicant, String receipt) {
    applicant.open("/follow.xhtml");
    applicant.fill("form:receipt", receipt);
    applicant.page().locator("label:has-text('手机')").first().click();
    byEnter(applicant, "form:receipt");
    assertThat(applicant.text()).contains("验证码已发送");
    applicant.looksRight("portal-phone-follow-sent");
    assertThat(applicant.at("form:receipt").inputValue()).isEqualTo(receipt);
    applicant.fill("form:code", code(applicant, receipt));
    byEnter(applicant, "form:code");
    assertThat(applicant.page().url()).endsWith("/application.xhtml");
  }

  /** Enter means the step that the field belongs to, not always the first button. */
  private static void byEnter(Visit visit, String field) {
    visit.page().waitForNavigation(() -> visit.at(field).press("Enter"));
  }

  private String code(Visit visit, String receipt) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Pattern text = Pattern.compile("验证码 (\\d{6})，.*" + receipt, Pattern.DOTALL);
    while (System.nanoTime() < end) {
      Optional<String> code =
          sent().stream().map(text::matcher).filter(m -> m.find()).map(m -> m.group(1)).findFirst();
      if (code.isPresent()) {
        return code.get();
      }
      visit.page().waitForTimeout(200);
    }
    throw new AssertionError("no code was sent within a minute");
  }

  private List<String> sent() {
    try (Stream<Path> files = Files.list(outbox)) {
      return files.filter(f -> f.toString().endsWith(".txt")).map(PortalIT::read).toList();
    } catch (NoSuchFileException nothingSentYet) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void tariff_is_typed_compared_and_published_and_shows_on_the_portal() {
    try (Visit operator = browser.as("demo-gxca");
        Visit admin = browser.as("demo-admin-1");
        Visit auditor = browser.as("demo-auditor")) {
      operator.open("/console/prices.xhtml");
      operator.looksRight("prices");
      operator.press(operator.page().locator("a.button"));
      operator.fill("form:lines:0:certificate", "1.005").press("form:preview");
      assertThat(operator.text()).contains("请填写金额，例如 200 或 99.50。");
      operator.looksRight("tariff-fault");
      operator.fill("form:lines:0:certificate", "199.50");
      operator.fill("form:validFrom", "2020-01-01T00:00").press("form:preview");
      assertThat(operator.text()).contains("生效时间不能早于现在");
      operator.press("form:add");
      int last = operator.page().locator("fieldset.sheet").count() - 1;
      operator
          .fill("form:lines:" + last + ":id", "test-line")
          .press("form:lines:" + last + ":remove");
      assertThat(operator.page().locator("fieldset.sheet").count()).isEqualTo(last);
      assertThat(operator.at("form:lines:0:certificate").inputValue()).isEqualTo("199.50");
      operator.fill("form:validFrom", "2099-01-01T00:00").press("form:preview");
      assertThat(operator.text()).contains("修改", "199.50", "最低价以绿色粗体表示");
      operator.looksRight("tariff-preview");
      operator.press("form:publish");
      assertThat(operator.text()).contains("已发布", "2099-01-01", "待生效");
      operator.looksRight("prices-published");
      assertThat(operator.open("/console/tariff.xhtml?code=huace")).isEqualTo(404);
      assertThat(operator.open("/console/prices.xhtml?code=huace")).isEqualTo(404);
      operator.forgetErrors();
      assertThat(admin.open("/console/prices.xhtml?code=gxca")).isEqualTo(200);
      assertThat(admin.text()).contains("2099-01-01").doesNotContain("编制新版本");
      admin.looksRight("prices-admin");
      assertThat(admin.open("/console/tariff.xhtml?code=gxca")).isEqualTo(403);
      assertThat(auditor.open("/console/tariff.xhtml?code=gxca")).isEqualTo(403);
    }
  }

  @Test
  void notice_is_written_published_read_on_the_portal_and_withdrawn() {
    try (Visit operator = browser.as("demo-gxca");
        Visit admin = browser.as("demo-admin-1");
        Visit reader = browser.phone()) {
      admin.open("/console/notices.xhtml");
      admin.press(admin.page().locator("a.button"));
      admin.press("form:publish");
      assertThat(admin.text()).contains("必填");
      admin.looksRight("notice-fault");
      admin.fill("form:titleZh", "平台维护通知").fill("form:textZh", "本周六 22:00 起维护。\n<b>请提前办理</b>");
      admin.press("form:save");
      assertThat(admin.text()).contains("草稿已保存");
      String platform = admin.page().url().replaceFirst(".*/console/", "/console/");
      assertThat(operator.open(platform)).isEqualTo(404);
      operator.forgetErrors();
      operator.open("/console/notice.xhtml");
      operator.fill("form:titleZh", "广西CA服务通知").fill("form:textZh", "网点搬迁。");
      operator.fill("form:titleEn", "Service of GXCA").fill("form:textEn", "We move.");
      operator.press("form:publish");
      assertThat(operator.text()).contains("公告已发布").doesNotContain("平台维护通知");
      operator.looksRight("notices-company");
      admin.press("form:publish");
      assertThat(admin.text()).contains("公告已发布", "广西CA服务通知");
      reader.open("/");
      assertThat(reader.text()).contains("平台维护通知", "广西CA服务通知");
      reader.looksRight("portal-phone-home-notices");
      reader.open("/notices.xhtml");
      assertThat(reader.text()).contains("<b>请提前办理</b>");
      reader.looksRight("portal-phone-notices-some");
      reader.open("/notices.xhtml?from=gxca&lang=en");
      assertThat(reader.text()).contains("We move.").doesNotContain("平台维护通知");
      String ours = reader.page().locator("a[href*='api/v1/public/notices']").getAttribute("href");
      APIResponse list = reader.page().request().get(ours);
      assertThat(list.text()).contains("\"titleEn\":\"Service of GXCA\"").doesNotContain("平台维护通知");
      RequestOptions known =
          RequestOptions.create().setHeader("If-None-Match", list.headers().get("etag"));
      assertThat(reader.page().request().get(ours, known).status()).isEqualTo(304);
      String one = "/api/v1/public/notices/" + platform.replaceFirst(".*=", "");
      assertThat(reader.page().request().get(one).text()).contains("平台维护通知", "<b>");
      admin.open(platform);
      admin.page().locator("details.confirm > summary").click();
      admin.press("form:withdraw");
      reader.open("/notices.xhtml?lang=zh");
      assertThat(reader.text()).doesNotContain("平台维护通知");
      assertThat(reader.page().request().get(one).status()).isEqualTo(404);
      assertThat(reader.page().request().get(one + "x").status()).isEqualTo(404);
    }
  }

  @Test
  void quota_of_a_centre_is_seen_by_the_centre_and_changed_by_an_admin() {
    try (Visit admin = browser.as("demo-admin-1");
        Visit centre = browser.as("demo-nanning")) {
      demo.ask("gxca/unit-rsa-sign.pem", "0101", "LOGIN");
      admin.open("/console/centre.xhtml?code=450100");
      admin.fill("quota:minute", "0").press("quota:go");
      assertThat(admin.text()).contains("请填写整数");
      admin.fill("quota:minute", "250000").fill("quota:day", "40000000").press("quota:go");
      assertThat(admin.text()).contains("配额已调整");
      admin.looksRight("centre-quota");
      centre.open("/console/centre.xhtml?code=450100");
      assertThat(centre.at("quota:go").count()).isZero();
      admin.open("/console/audit.xhtml?action=CENTRE_QUOTA_CHANGED");
      assertThat(admin.text()).contains("250000 a minute, 40000000 a day");
    }
  }
}
