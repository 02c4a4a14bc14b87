package cn.trustregistry.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortNameTest {
  @Test
  void common_name_stands_for_the_subject_beside_an_organisation_of_another_name() {
    assertThat(ShortName.of("C=CN,ST=广西壮族自治区,O=某公司,CN=演示甲")).isEqualTo(new ShortName("演示甲", "某公司"));
    assertThat(ShortName.of("C=CN,O=某公司,CN=某公司")).isEqualTo(new ShortName("某公司", ""));
    assertThat(ShortName.of("CN=outer,O=A+CN=inner")).isEqualTo(new ShortName("inner", "A"));
  }

  @Test
  void escaped_characters_do_not_end_a_name_and_stay_escaped() {
    assertThat(ShortName.of("O=A\\,CN=B,CN=C\\+D\\E2\\80\\AE"))
        .isEqualTo(new ShortName("C\\+D\\E2\\80\\AE", "A\\,CN=B"));
  }

  @Test
  void subject_without_common_name_is_shown_whole() {
    assertThat(ShortName.of("C=CN,OU=unit")).isEqualTo(new ShortName("C=CN,OU=unit", ""));
    assertThat(ShortName.of("")).isEqualTo(new ShortName("", ""));
  }
}
