package cn.trustregistry.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A file with the number of a child process, for the start that comes after a crash. */
record PidFile(Path file) {

  private static final int PATIENCE_SECONDS = 20;

  void write(long pid) throws IOException {
    Files.writeString(file, pid + "\n");
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /** The process of this number, if there is a readable number and a process that has it. */
  Optional<ProcessHandle> process() {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  /**
   * The process, if it is still the one that was started: numbers are used again, so its command
   * line must name the data directory.
   */
  Optional<ProcessHandle> leftover(Path data) {
    return process()
        .filter(process -> !process.equals(ProcessHandle.current()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> names(process, data));
  }

  private static boolean names(ProcessHandle process, Path data) {
    return process
        .info()
        .arguments()
        .map(arguments -> Arrays.stream(arguments).anyMatch(a -> a.contains(data.toString())))
        .orElse(false);
  }

  /** Asks a process to end and, should it not, ends it. Returns when it is gone. */
  static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException stubborn) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
