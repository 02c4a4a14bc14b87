package cn.trustregistry.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.trustregistry.validation.RequestRefused;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExplainFormTest {
  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

  @Test
  void text_that_is_no_certificate_is_refused_at_its_field() {
    for (String pem : new String[] {"", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n"}) {
      ExplainForm form = new ExplainForm();
      form.setPem(pem);
      assertUnfit(form, "pem", "explain.MALFORMED_CERTIFICATE");
    }
  }

  @Test
  void text_that_is_too_long_is_not_read_at_all() {
    ExplainForm form = new ExplainForm();
    form.setPem("A".repeat(100_001));
    assertUnfit(form, "pem", "explain.TOO_LONG");
  }

  @Test
  void refusal_is_shown_at_the_field_it_is_about() {
    assertThat(field("category")).isEqualTo("category");
    assertThat(field("knownAt")).isEqualTo("at");
    assertThat(field("chain")).isEqualTo("pem");
  }

  private static String field(String refused) {
    return ExplainForm.field(
        new RequestRefused(RequestRefused.Code.TIME_OUT_OF_RANGE, refused, "test"));
  }

  private static void assertUnfit(ExplainForm form, String field, String key) {
    ExplainForm.Unfit unfit = catchThrowableOfType(ExplainForm.Unfit.class, () -> form.read(NOW));
    assertThat(unfit).as("refusal").isNotNull();
    assertThat(unfit.field()).isEqualTo(field);
    assertThat(unfit.key()).isEqualTo(key);
  }
}
