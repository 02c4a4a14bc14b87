package cn.trustregistry.it.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.it.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A tool as an engineer of a vendor calls it. */
final class CommandLine {
  private final Path folder;

  /** In a new folder inside the build directory. */
  CommandLine() {
    try {
      folder = Files.createTempDirectory(TestServers.containerData(), "doors");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** All that it prints, once it has ended. */
  String run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command[0] + " does not end");
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
