package cn.trustregistry.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {

  @Test
  void platform_without_a_bundle_is_refused_with_the_way_out() {
    assertThatThrownBy(() -> EmbeddedDatabase.requirePlatform("Mac OS X", "aarch64"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("Mac OS X aarch64")
        .hasMessageContaining("REGISTRY_DB_URL");
  }

  @Test
  void linux_on_another_processor_is_refused_too() {
    assertThatThrownBy(() -> EmbeddedDatabase.requirePlatform("Linux", "aarch64"))
        .isInstanceOf(StartRefused.class);
  }

  @Test
  void linux_on_x86_64_has_a_bundle() {
    assertThatCode(() -> EmbeddedDatabase.requirePlatform("Linux", "amd64"))
        .doesNotThrowAnyException();
  }
}
