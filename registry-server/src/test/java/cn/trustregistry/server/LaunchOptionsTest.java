package cn.trustregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchOptionsTest {

  private static LaunchOptions parse(Map<String, String> settings, String... arguments)
      throws StartRefused {
    return LaunchOptions.parse(List.of(arguments), name -> Optional.ofNullable(settings.get(name)));
  }

  @Test
  void nothing_said_means_a_demo_on_loopback_with_its_own_database() throws Exception {
    LaunchOptions options = parse(Map.of());

    assertThat(options.address()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.demo()).isTrue();
    assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(options.externalDatabase()).isEmpty();
    assertThat(options.javaOptions()).isEmpty();
  }

  @Test
  void arguments_win_over_settings() throws Exception {
    LaunchOptions options =
        parse(
            Map.of("registry.http.port", "9000", "registry.demo", "true", "registry.data", "a"),
            "--port",
            "9001",
            "--production",
            "--data",
            "/b/../c",
            "--address",
            "0.0.0.0");

    assertThat(options.port()).isEqualTo(9001);
    assertThat(options.demo()).isFalse();
    assertThat(options.data()).isEqualTo(Path.of("/c"));
    assertThat(options.address()).isEqualTo("0.0.0.0");
  }

  @Test
  void https_follows_http_unless_it_is_told_otherwise() throws Exception {
    assertThat(parse(Map.of(), "--port", "9000", "--address", "10.0.0.1").https())
        .isEqualTo(new Https("10.0.0.1", 9363, null, ""));
    assertThat(
            parse(
                    Map.of(
                        "registry.https.port", "1",
                        "registry.https.keystore", "/etc/registry/key.p12",
                        "registry.https.keystore.password", "secret"),
                    "--https-port",
                    "443",
                    "--https-address",
                    "0.0.0.0")
                .https())
        .isEqualTo(new Https("0.0.0.0", 443, Path.of("/etc/registry/key.p12"), "secret"));
  }

  @Test
  void http_port_with_no_room_above_it_needs_an_https_port() {
    assertThatThrownBy(() -> parse(Map.of(), "--port", "65500"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("HTTPS port")
        .hasMessageContaining("65863");
  }

  @Test
  void https_options_shown_to_people_have_no_password() throws Exception {
    assertThat(parse(Map.of("registry.https.keystore.password", "s3cret")).https().toString())
        .doesNotContain("s3cret");
  }

  @Test
  void java_options_are_the_words_of_the_setting() throws Exception {
    assertThat(parse(Map.of("registry.java.opts", " -Xmx2g   -Dx=y ")).javaOptions())
        .containsExactly("-Xmx2g", "-Dx=y");
  }

  @Test
  void database_url_with_user_and_password_is_an_external_database() throws Exception {
    LaunchOptions options =
        parse(
            Map.of(
                "registry.db.url", "jdbc:mariadb://db.example:3306/registry",
                "registry.db.user", "registry",
                "registry.db.password", "secret"));

    assertThat(options.externalDatabase())
        .contains(
            new DatabaseConnection(
                "jdbc:mariadb://db.example:3306/registry", "registry", "secret"));
  }

  @Test
  void database_url_without_a_user_is_refused() {
    assertThatThrownBy(() -> parse(Map.of("registry.db.url", "jdbc:mariadb://h/registry")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("REGISTRY_DB_USER");
  }

  @Test
  void database_url_of_another_product_is_refused() {
    assertThatThrownBy(() -> parse(Map.of("registry.db.url", "jdbc:postgresql://h/registry")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("jdbc:mariadb://");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "80 80"})
  void port_outside_the_range_is_refused_with_its_value(String port) {
    assertThatThrownBy(() -> parse(Map.of(), "--port", port))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("1 to 65535")
        .hasMessageContaining(port);
  }

  @Test
  void unknown_argument_is_refused_by_name() {
    assertThatThrownBy(() -> parse(Map.of(), "--prod"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--prod");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--data", "--address", "--https-port", "--https-address"})
  void argument_without_its_value_is_refused_by_name(String argument) {
    assertThatThrownBy(() -> parse(Map.of(), argument))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(argument + " needs a value");
  }

  @Test
  void demo_that_is_neither_true_nor_false_is_refused() {
    assertThatThrownBy(() -> parse(Map.of("registry.demo", "yes")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("yes");
  }

  @Test
  void setting_names_become_environment_names_as_in_microprofile_config() {
    assertThat(LaunchOptions.environmentName("registry.db.url")).isEqualTo("REGISTRY_DB_URL");
  }
}
