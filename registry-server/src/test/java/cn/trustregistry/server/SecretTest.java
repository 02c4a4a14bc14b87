package cn.trustregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

  private final Path directory;

  SecretTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void generated_secret_is_kept_and_only_its_owner_may_read_it() throws Exception {
    Path file = directory.resolve("database-password");

    String generated = Secret.of(file);

    assertThat(generated).hasSizeGreaterThanOrEqualTo(32).matches("[A-Za-z0-9_-]+");
    assertThat(Secret.of(file)).isEqualTo(generated);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void two_data_directories_have_two_secrets() throws Exception {
    assertThat(Secret.of(directory.resolve("a"))).isNotEqualTo(Secret.of(directory.resolve("b")));
  }

  @Test
  void rewritten_secret_stays_closed_to_others() throws Exception {
    Path file = Files.writeString(directory.resolve("accounts.sql"), "readable by all");

    Secret.write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
