package cn.trustregistry.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory of everything that outlives a run: database files, secrets, logs, demo files. Only
 * its owner may look inside, and only one running registry may hold it.
 */
record DataDirectory(Path root) {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** Makes the rooms of the directory, closed to other users, and empties the temporary one. */
  void create() throws StartRefused {
    try {
      deleteRecursively(temporary());
      for (Path directory : new Path[] {root, secrets(), log(), run(), temporary()}) {
        Files.createDirectories(directory, OWNER_ONLY);
      }
    } catch (IOException unusable) {
      throw new StartRefused("Cannot write to the data directory " + root + ".", unusable);
    }
  }

  /**
   * Takes the directory for this process. The operating system gives it back when the process ends,
   * however it ends.
   *
   * @return the lock, to be kept as long as the process uses the directory
   * @throws StartRefused if a running registry holds it
   */
  FileLock take() throws StartRefused {
    Path file = root.resolve("registry.lock");
    try {
      Files.createDirectories(root, OWNER_ONLY);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        String holder = Files.readString(file).strip();
        throw new StartRefused(
            "The data directory " + root + " is in use by the registry of process " + holder + ".");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return lock;
    } catch (IOException unusable) {
      throw new StartRefused("Cannot write to the data directory " + root + ".", unusable);
    }
  }

  Path database() {
    return root.resolve("mariadb");
  }

  Path secrets() {
    return root.resolve("secrets");
  }

  Path log() {
    return root.resolve("log");
  }

  Path run() {
    return root.resolve("run");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  /** Written by the application at its first start in demo mode, shown once, then deleted. */
  Path credentialsOnce() {
    return root.resolve("demo").resolve("credentials-once.txt");
  }

  /** There while the application loads the demonstration, which cannot be taken up halfway. */
  Path demoLoading() {
    return root.resolve("demo").resolve("loading");
  }

  /** The first administrator's invitation, written by the application, shown once, then deleted. */
  Path setUpOnce() {
    return root.resolve("setup-once.txt");
  }

  PidFile serverPid() {
    return new PidFile(run().resolve("server.pid"));
  }

  PidFile databasePid() {
    return new PidFile(run().resolve("database.pid"));
  }

  static void deleteRecursively(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
