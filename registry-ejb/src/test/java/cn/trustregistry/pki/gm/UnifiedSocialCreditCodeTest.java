package cn.trustregistry.pki.gm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {
  /** The example of GB 32100 and codes of well-known companies and institutions. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43",
        "91110000802100433B",
        "91440300708461136T",
        "9144030071526726XG"
      })
  void right_codes_are_taken(String text) {
    assertThat(UnifiedSocialCreditCode.parse(text)).hasToString(text);
  }

  @Test
  void small_letters_are_made_capitals() {
    assertThat(UnifiedSocialCreditCode.parse("91350100m000100y43"))
        .hasToString("91350100M000100Y43");
  }

  @Test
  void every_single_wrong_character_is_found() {
    String right = "91350100M000100Y43";
    for (int i = 0; i < right.length(); i++) {
      for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        String changed = right.substring(0, i) + c + right.substring(i + 1);
        assertThat(UnifiedSocialCreditCode.parse(changed) != null)
            .as(changed)
            .isEqualTo(changed.equals(right));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91350100M000100Y4",
        "91350100M000100Y433",
        "91350100I000100Y43",
        "91350100M000100Y4O",
        "91350100M-00100Y43"
      })
  void what_has_not_the_form_is_no_code(String text) {
    assertThat(UnifiedSocialCreditCode.parse(text)).isNull();
    assertThatThrownBy(() -> new UnifiedSocialCreditCode(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wrong_check_character_cannot_be_constructed() {
    assertThatThrownBy(() -> new UnifiedSocialCreditCode("91350100M000100Y44"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void check_character_zero_stands_for_a_sum_without_remainder() {
    assertThat(UnifiedSocialCreditCode.parse("000000000000000000")).isNotNull();
  }
}
