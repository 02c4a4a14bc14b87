package cn.trustregistry.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import cn.trustregistry.it.RegistryProcess;
import cn.trustregistry.it.SharedRegistry;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The recognition rules in the console. What is put into force counts from 2099 only, so that
 * nobody else who asks this server is answered otherwise.
 */
@ExtendWith(SharedRegistry.class)
@TestInstance(Lifecycle.PER_CLASS)
class RulesIT {
  private TestBrowser browser;

  @BeforeAll
  void open(RegistryProcess registry) {
    browser = TestBrowser.on(registry.base(), DemoClient.of(registry));
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @Test
  void cell_of_the_matrix_names_the_rule_that_decides() {
    try (Visit centre = browser.as("demo-nanning")) {
      assertThat(centre.open("/console/recognition.xhtml")).isEqualTo(200);
      Locator cell = centre.page().locator("table.matrix td a").first();
      centre.open("/console/recognition.xhtml" + cell.getAttribute("href"));
      assertThat(centre.page().locator("#why tbody tr").count()).isPositive();
      centre.looksRight("rules-matrix-why");
      for (String page : new String[] {"rules", "draft", "rule", "preview"}) {
        assertThat(centre.open("/console/" + page + ".xhtml?id=1&draft=1")).isEqualTo(403);
      }
    }
  }

  @Test
  void rule_is_drafted_previewed_sent_and_put_into_force_by_somebody_else() {
    try (Visit admin = browser.as("demo-admin-1");
        Visit approver = browser.as("demo-approver")) {
      create(admin, "2099 年起的试验规则");
      String draft = admin.page().url();
      admin.page().locator("a.button[href*='rule.xhtml']").click();
      admin.fill("form:id", "not an id").fill("form:regions", "110000+");
      admin.press("form:save");
      assertThat(admin.text()).contains("规则编号须为", "内没有交易中心");
      admin.looksRight("rules-rule-faults");
      admin.fill("form:id", "it-2099").fill("form:regions", "450100");
      admin.fill("form:validFrom", "2099-01-01T00:00").fill("form:noteZh", "试验规则");
      admin.page().locator("[id='form:media'] input").first().check();
      admin.press("form:save");
      assertThat(admin.text()).contains("规则 it-2099 已存入草案", "新增 1");
      admin.press("look:preview");
      admin.page().locator("ul.figures").waitFor();
      assertThat(admin.text()).contains("没有验证的结论会改变");
      admin.looksRight("rules-preview");
      admin.open(draft);
      admin.page().locator("#sending > summary").click();
      admin.looksRight("rules-draft");
      admin.press("fate:send");
      assertThat(admin.text()).contains("须由另一人批准");
      admin.open("/console/approvals.xhtml");
      assertThat(waiting(admin).locator("[id$=':approve']").count()).isZero();
      approver.open("/console/approvals.xhtml");
      approver.looksRight("rules-approvals");
      approver.press(waiting(approver).locator("[id$=':approve']"));
      approver.open("/console/rules.xhtml");
      assertThat(approver.page().locator("table.rules").innerText()).contains("it-2099");
      approver.looksRight("rules-in-force");
    }
  }

  @Test
  void preview_tells_which_legacy_certificates_an_earlier_last_day_shuts_out() {
    try (Visit admin = browser.as("demo-admin-1")) {
      create(admin, "提前旧证书最后签发日");
      String draft = admin.page().url();
      admin.fill("head:legacyIssuedUntil", "2022-01-01").press("head:save");
      admin.press("look:preview");
      admin.page().locator("ul.figures").waitFor();
      assertThat(admin.page().locator("#uses ~ .scroll tbody").innerText()).contains("签发过晚");
      admin.looksRight("rules-preview-legacy");
      admin.open(draft);
      admin.page().locator("#discarding > summary").click();
      admin.press("fate:discard");
    }
  }

  private static Locator waiting(Visit visit) {
    return visit.page().locator("section.waiting:has-text('it-2099')");
  }

  @Test
  void who_comes_later_is_told_and_a_draft_is_given_up() {
    try (Visit first = browser.as("demo-admin-1");
        Visit second = browser.as("demo-admin-2");
        Visit auditor = browser.as("demo-auditor")) {
      create(first, "两人同时修改");
      String draft = first.page().url();
      second.open(draft);
      first.press(first.page().locator("[id$=':remove']").first());
      assertThat(first.text()).contains("删除 1");
      second.press(second.page().locator("[id$=':remove']").last());
      assertThat(second.text()).contains("demo-admin-1 已修改此草案");
      second.open(draft);
      second.press(second.page().locator("[id$=':undo']").first());
      assertThat(second.text()).contains("删除 0");
      auditor.open(draft);
      assertThat(auditor.at("fate:discard").count()).isZero();
      assertThat(auditor.page().locator("[id$=':remove']").count()).isZero();
      auditor.looksRight("rules-draft-auditor");
      assertThat(auditor.open("/console/rule.xhtml?draft=1")).isEqualTo(403);
      second.page().locator("#discarding > summary").click();
      second.press("fate:discard");
      assertThat(second.text()).contains("已放弃");
    }
  }

  private static void create(Visit admin, String note) {
    admin.open("/console/rules.xhtml");
    admin.press("form:go");
    assertThat(admin.text()).contains("请写明修改原因");
    admin.fill("form:note", note).press("form:go");
    assertThat(admin.text()).contains("已从现行规则建立草案");
  }
}
