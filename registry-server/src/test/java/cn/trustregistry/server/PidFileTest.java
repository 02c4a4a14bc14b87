package cn.trustregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

  private final Path data;
  private final Process child;

  PidFileTest(@TempDir Path data) throws Exception {
    this.data = data;
    String named = data.resolve("file").toString();
    this.child = new ProcessBuilder("tail", "-f", named, "/dev/null").start();
  }

  @AfterEach
  void end_it() {
    child.destroyForcibly();
  }

  private PidFile file() {
    return new PidFile(data.resolve("child.pid"));
  }

  @Test
  void running_process_that_names_the_data_directory_is_a_leftover() throws Exception {
    file().write(child.pid());

    assertThat(file().leftover(data)).contains(child.toHandle());
  }

  @Test
  void number_that_went_to_a_stranger_is_no_leftover() throws Exception {
    file().write(child.pid());

    assertThat(file().leftover(data.resolveSibling("another"))).isEmpty();
  }

  @Test
  void process_that_has_ended_is_no_leftover() throws Exception {
    file().write(child.pid());

    PidFile.end(child.toHandle());

    assertThat(child.isAlive()).isFalse();
    assertThat(file().leftover(data)).isEmpty();
  }

  @Test
  void missing_or_malformed_file_names_no_process() throws Exception {
    assertThat(file().process()).isEmpty();

    Files.writeString(file().file(), "not a number");

    assertThat(file().process()).isEmpty();
  }
}
