package cn.trustregistry.it.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.Receipt;
import cn.trustregistry.it.RegistryProcess;
import cn.trustregistry.it.SharedRegistry;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a bidder does at the portal, at a desk and on a phone. */
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
          Map.entry("notices", "/notices.xhtml"),
          Map.entry("home-en", "/?lang=en"));

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
    }
  }

  private static void looksRight(Visit visitor, String name, String path) {
    assertThat(visitor.open(path)).as(path).isEqualTo(200);
    visitor.looksRight("portal-" + name);
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
      assertThat(checked(visitor, receipt)).contains("真实").doesNotContain("未能证明");
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
}
