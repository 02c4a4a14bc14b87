package cn.trustregistry.it;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.server.DatabaseConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRegistry.class)
class RefusedStartIT {

  @Test
  void taken_port_gives_one_line_and_exit_code_1_and_starts_nothing() throws Exception {
    try (RegistryProcess second = RegistryProcess.named("taken-port");
        ServerSocket holder =
            new ServerSocket(second.port(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(second.startToBeRefused()).isEqualTo(1);

      assertThat(second.output())
          .hasLineCount(1)
          .contains("Port " + holder.getLocalPort() + " of 127.0.0.1 cannot be used");
      assertThat(second.processes()).isEmpty();
      assertThat(second.data().resolve("mariadb")).doesNotExist();
    }
  }

  @Test
  void data_directory_in_use_gives_one_line_and_leaves_the_first_alone(RegistryProcess first)
      throws Exception {
    int processes = first.processes().size();
    try (RegistryProcess second =
        RegistryProcess.named("second").with("--data", first.data().toString())) {
      assertThat(second.startToBeRefused()).isEqualTo(1);

      assertThat(second.output()).hasLineCount(1).contains("in use by the registry of process");
      assertThat(first.processes()).hasSize(processes);
    }
  }

  @Test
  void wrong_password_of_an_external_database_gives_one_line_without_it(RegistryProcess first)
      throws Exception {
    DatabaseConnection right = first.database();
    DatabaseConnection wrong = new DatabaseConnection(right.url(), right.user(), "not-the-one");
    try (RegistryProcess second = RegistryProcess.named("wrong-password").on(wrong)) {
      assertThat(second.startToBeRefused()).isEqualTo(1);

      assertThat(second.output())
          .hasLineCount(1)
          .contains("Cannot use the database at " + right.url(), "Access denied")
          .doesNotContain("not-the-one");
      assertThat(second.processes()).isEmpty();
    }
  }

  @Test
  void external_database_that_does_not_answer_gives_one_line() throws Exception {
    DatabaseConnection nowhere =
        new DatabaseConnection(
            "jdbc:mariadb://127.0.0.1:" + TestServers.freePort() + "/registry", "registry", "");
    try (RegistryProcess second = RegistryProcess.named("no-database").on(nowhere)) {
      assertThat(second.startToBeRefused()).isEqualTo(1);

      assertThat(second.output()).hasLineCount(1).contains("Cannot use the database at");
    }
  }

  @Test
  void demonstration_stopped_halfway_gives_one_line_that_says_what_to_do() throws Exception {
    try (RegistryProcess second = RegistryProcess.named("halfway")) {
      Path demo = Files.createDirectories(second.data().resolve("demo"));
      Files.createFile(demo.resolve("loading"));

      assertThat(second.startToBeRefused()).isEqualTo(1);

      assertThat(second.output()).hasLineCount(1).contains("delete the directory and start again");
      assertThat(second.processes()).isEmpty();
    }
  }

  @Test
  void unknown_argument_gives_one_line() throws Exception {
    try (RegistryProcess second = RegistryProcess.named("argument").with("--productoin")) {
      assertThat(second.startToBeRefused()).isEqualTo(1);

      assertThat(second.output()).hasLineCount(1).contains("--productoin");
    }
  }
}
