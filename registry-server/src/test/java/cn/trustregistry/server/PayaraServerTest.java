package cn.trustregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayaraServerTest {

  private static final DatabaseConnection DATABASE =
      new DatabaseConnection("jdbc:mariadb://127.0.0.1:3307/registry?x=y", "registry", "s3cret");

  private final DataDirectory data = new DataDirectory(Path.of("/srv/data"));
  private final LaunchOptions options =
      new LaunchOptions(
          "127.0.0.1",
          8081,
          new Https("127.0.0.1", 8444, null, ""),
          data.root(),
          false,
          Optional.empty(),
          List.of("-Xmx3g"));

  @Test
  void password_goes_by_environment_and_never_by_command_line() {
    assertThat(PayaraServer.command(options, new Distribution(Path.of("/opt/registry")), data))
        .noneMatch(word -> word.contains(DATABASE.password()));
    assertThat(PayaraServer.environment(options, data, DATABASE))
        .containsEntry("REGISTRY_DB_PASSWORD", "s3cret")
        .containsEntry("REGISTRY_DEMO", "false");
  }

  @Test
  void operators_heap_size_comes_after_the_default_and_so_wins() {
    assertThat(PayaraServer.command(options, new Distribution(Path.of("/opt/registry")), data))
        .containsSubsequence("-Xmx1g", "-Xmx3g", "-jar", "/opt/registry/payara-micro.jar");
  }

  @Test
  void command_names_the_data_directory_so_that_a_later_start_knows_its_leftovers() {
    assertThat(PayaraServer.command(options, new Distribution(Path.of("/opt/registry")), data))
        .anyMatch(word -> word.contains("/srv/data"));
  }

  @Test
  void connection_shown_to_people_has_neither_password_nor_parameters() {
    assertThat(DATABASE.toString()).isEqualTo("registry at jdbc:mariadb://127.0.0.1:3307/registry");
  }
}
