package cn.trustregistry.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.it.DemoClient;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What a visitor and an administrator see. */
@ArquillianTest
@RunAsClient
class PagesIT {
  private final DemoClient client = DemoClient.ofContainer();

  @Test
  void portal_shows_companies_fees_and_fresh_lists_in_chinese_without_log_in() {
    HttpResponse<String> page = client.send(client.request("").GET());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("lang=\"zh-CN\"", "广西壮族自治区数字证书认证中心", "收费标准", "介质锁", "有效")
        .contains(">300<", ">47.50<", ">不提供<");
  }

  @Test
  void portal_speaks_english_when_asked() {
    HttpResponse<String> page = client.send(client.request("index.xhtml?lang=en").GET());
    assertThat(page.body()).contains("Recognised CA companies", "Guangxi CA", "USB key");
  }

  @Test
  void console_shows_rules_and_the_state_of_the_audit_chain_to_administrators_only() {
    assertThat(client.send(client.request("console/").GET()).statusCode()).isEqualTo(401);
    assertThat(client.get("gxca-client", "console/").statusCode()).isEqualTo(401);
    assertThat(client.get("gxca-client", "console/index.xhtml").statusCode()).isEqualTo(401);
    HttpResponse<String> page = client.get("demo-admin-1", "console/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("deny-mobile-drugs", "链条完整", "南宁市公共资源交易中心");
  }

  @Test
  void administrator_s_credential_opens_no_other_door() {
    assertThat(client.get("demo-admin-1", "api/v1/crls/x").statusCode()).isEqualTo(403);
    assertThat(client.soap("demo-admin-1", "<a/>").statusCode()).isEqualTo(403);
  }

  @Test
  void health_names_trust_database_and_evidence() {
    HttpResponse<String> health = client.send(client.request("health/ready").GET());
    assertThat(health.body())
        .contains("\"name\":\"trust\"", "\"name\":\"database\"", "\"name\":\"evidence\"");
  }
}
