package cn.trustregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  private final Path parent;

  DataDirectoryTest(@TempDir Path parent) {
    this.parent = parent;
  }

  private DataDirectory data() {
    return new DataDirectory(parent.resolve("data"));
  }

  @Test
  void rooms_are_closed_to_other_users() throws Exception {
    data().create();

    for (Path room : new Path[] {data().root(), data().secrets(), data().log(), data().run()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(room)))
          .as(room.toString())
          .isEqualTo("rwx------");
    }
  }

  @Test
  void temporary_files_of_an_earlier_run_are_gone_and_nothing_else_is() throws Exception {
    data().create();
    Path old = Files.createDirectories(data().temporary().resolve("a/b"));
    Path kept = Files.writeString(data().secrets().resolve("kept"), "x");

    data().create();

    assertThat(old).doesNotExist();
    assertThat(data().temporary()).isEmptyDirectory();
    assertThat(kept).exists();
  }

  @Test
  void taken_directory_carries_the_number_of_its_holder() throws Exception {
    FileLock lock = data().take();

    assertThat(data().root().resolve("registry.lock"))
        .hasContent(String.valueOf(ProcessHandle.current().pid()));
    lock.channel().close();
  }

  @Test
  void released_directory_can_be_taken_again() throws Exception {
    data().take().channel().close();

    FileLock again = data().take();

    assertThat(again.isValid()).isTrue();
    again.channel().close();
  }

  @Test
  void directory_that_cannot_be_made_is_refused_by_name() throws Exception {
    Files.writeString(parent.resolve("data"), "a file is in the way");

    assertThatThrownBy(() -> data().take())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(parent.resolve("data").toString());
  }
}
