package cn.trustregistry.server;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The installed files: this program, Payara Micro, the application and the database's binaries,
 * side by side in one directory. Nothing is written there at run time.
 */
record Distribution(Path directory) {

  /** The distribution that this program was started from. */
  static Distribution ofThisProgram() {
    try {
      Path jar =
          Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Distribution(jar.resolveSibling("").toAbsolutePath());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Path application() {
    return directory.resolve("registry-web.war");
  }

  Path payaraMicro() {
    return directory.resolve("payara-micro.jar");
  }

  /** The agent of the HTTPS listener ({@code cn.trustregistry.tls}). */
  Path listenerAgent() {
    return directory.resolve("registry-listener.jar");
  }

  Path databaseBinaries() {
    return directory.resolve("mariadb");
  }

  /** Archives carry no execute permission: gives it to the database's programs. */
  static void makeExecutable(Path databaseBinaries) throws IOException {
    for (String programs : new String[] {"bin", "scripts"}) {
      try (Stream<Path> files = Files.list(databaseBinaries.resolve(programs))) {
        for (Path file : files.filter(f -> !Files.isExecutable(f)).toList()) {
          if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
          }
        }
      }
    }
  }
}
