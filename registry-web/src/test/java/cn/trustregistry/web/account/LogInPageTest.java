package cn.trustregistry.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogInPageTest {
  @Test
  void after_log_in_one_goes_on_inside_the_console_only() {
    assertThat(LogInPage.inside("/console/company.xhtml?code=gxca")).isTrue();
    for (String address :
        new String[] {
          "https://elsewhere.example/console/",
          "//elsewhere.example/console/",
          "/console/../index.xhtml",
          "/console/\\elsewhere.example",
          "/console/\r\nSet-Cookie: a=b",
          ""
        }) {
      assertThat(LogInPage.inside(address)).as(address).isFalse();
    }
  }
}
