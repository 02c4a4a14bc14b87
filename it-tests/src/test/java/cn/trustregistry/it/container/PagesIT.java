package cn.trustregistry.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What a visitor sees, and what the console answers to who is not logged in. */
@ArquillianTest
@RunAsClient
class PagesIT {
  private final DemoClient client = DemoClient.ofContainer();

  @Test
  void portal_shows_companies_and_the_usual_set_in_chinese_without_log_in() {
    HttpResponse<String> page = client.send(client.request("").GET());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("lang=\"zh-CN\"", "广西壮族自治区数字证书认证中心", "常用套餐", "最低");
  }

  @Test
  void fees_are_compared_for_what_was_chosen_and_nonsense_counts_as_not_chosen() {
    assertThat(body("fees.xhtml")).contains("¥300", "¥47.50", "不提供", "介质费");
    String monthly = body("fees.xhtml?kind=UNIT&medium=MOBILE&months=1");
    assertThat(monthly).contains("value=\"1\" selected", "¥15", "华测电子认证");
    assertThat(body("fees.xhtml?kind=TEA&medium=%3Cb%3E&months=-1"))
        .contains("value=\"SET\" selected")
        .doesNotContain("<b>");
  }

  @Test
  void recognition_is_shown_at_a_glance_and_each_cell_says_why() {
    String matrix = body("recognition.xhtml?centre=450100");
    assertThat(matrix).contains("房屋建筑和市政工程", "投标解密", "extent FULL", "extent NONE");
    String why =
        body("recognition.xhtml?centre=450000&category=GGZY:1:900201&stage=LOGIN&profile=STANDARD");
    assertThat(why).contains("deny-mobile-drugs", "不认可");
    assertThat(body("recognition.xhtml?centre=450100&category=03&stage=X&day=2023-02-31"))
        .doesNotContain("id=\"why\"");
    assertThat(body("recognition.xhtml?profile=LEGACY")).contains("extent DEPENDS");
  }

  @Test
  void status_names_every_issuer_s_list_and_the_rules_in_force() {
    assertThat(body("status.xhtml")).contains("运行正常", "规则集第", "下次更新期限");
    assertThat(body("guide.xhtml")).contains("40 元", "剩余有效期");
  }

  private String body(String path) {
    HttpResponse<String> page = client.send(client.request(path).GET());
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    return page.body();
  }

  @Test
  void portal_speaks_english_when_asked() {
    HttpResponse<String> page = client.send(client.request("index.xhtml?lang=en").GET());
    assertThat(page.body()).contains("Recognised CA companies", "Guangxi CA", "USB key");
  }

  @Test
  void console_sends_everybody_to_the_log_in_whatever_they_claim_in_a_header() {
    for (String path : new String[] {"console/", "console/people.xhtml", "console/audit.csv"}) {
      HttpResponse<String> answer = client.get("demo-admin-1", path);
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElse("")).contains("/log-in.xhtml?to=");
    }
  }

  @Test
  void pages_tell_browsers_to_run_nothing_but_their_own_files() {
    HttpResponse<String> page = client.send(client.request("log-in.xhtml").GET());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'none'");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly")
        .containsIgnoringCase("SameSite=Lax");
  }

  @Test
  void missing_page_is_a_page_for_readers_and_a_line_for_others() {
    HttpResponse<String> page =
        client.send(client.request("no-such-page").header("Accept", "text/html").GET());
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("页面不存在");
    assertThat(client.send(client.request("no-such-page").GET()).body()).isEqualTo("404");
  }

  @Test
  void person_s_password_opens_no_other_door() {
    assertThat(client.get("demo-admin-1", "api/v1/crls/x").statusCode()).isEqualTo(401);
    assertThat(client.soap("demo-admin-1", "<a/>").statusCode()).isEqualTo(401);
  }

  @Test
  void health_names_trust_database_and_evidence() {
    HttpResponse<String> health = client.send(client.request("health/ready").GET());
    assertThat(health.body())
        .contains("\"name\":\"trust\"", "\"name\":\"database\"", "\"name\":\"evidence\"");
  }
}
