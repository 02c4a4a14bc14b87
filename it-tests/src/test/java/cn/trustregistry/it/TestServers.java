package cn.trustregistry.it;

import cn.trustregistry.server.DatabaseConnection;
import cn.trustregistry.server.EmbeddedDatabase;
import cn.trustregistry.server.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts, before any test, the MariaDB that the container tests use, and tells the container by
 * system properties (named in arquillian.xml) where it is. It is started with the registry's own
 * settings and stopped when this JVM ends.
 */
public final class TestServers implements LauncherSessionListener {

  /** The distribution under test. */
  static final Path DIST = Path.of(System.getProperty("registry.it.dist", "")).normalize();

  /** Where tests keep files: inside the build directory, so that a clean build forgets them. */
  static final Path WORK = Path.of(System.getProperty("registry.it.work", "")).normalize();

  /** A trading centre that may ask 30 questions a minute only. */
  public static final String SCANTY_CENTRE = "451400";

  private static boolean started;

  /** Base URI of the container that Arquillian manages, for tests that are its clients. */
  public static URI containerBase() {
    return URI.create("http://127.0.0.1:" + System.getProperty("registry.it.port") + "/");
  }

  /** Where that container expects its time-stamping authority; nobody is there unless a test is. */
  public static URI timeStampingAuthority() {
    return URI.create("http://127.0.0.2:" + System.getProperty("registry.it.tsa.port") + "/");
  }

  /** Data directory of that container. */
  public static Path containerData() {
    return WORK.resolve("container");
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    // discovery and execution each open a session
    synchronized (TestServers.class) {
      if (!started) {
        started = true;
        start();
      }
    }
  }

  private static void start() {
    try {
      delete(WORK);
      Files.createDirectories(containerData());
      Files.createDirectories(WORK.resolve("tmp"));
      Files.createDirectories(WORK.resolve("database/run"));
      EmbeddedDatabase database = startDatabase();
      tellContainer(database.connection());
    } catch (IOException | StartRefused failed) {
      throw new IllegalStateException("the test database does not start", failed);
    }
  }

  private static EmbeddedDatabase startDatabase() throws StartRefused {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(DIST.resolve("mariadb"), WORK.resolve("database"));
    Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "stop test database"));
    return database;
  }

  private static void tellContainer(DatabaseConnection database) throws IOException {
    int port = freePort();
    Path listener =
        Files.writeString(
            WORK.resolve("listener.asadmin"),
            "set configs.config.server-config.network-config.network-listeners.network-listener"
                + ".http-listener.address=127.0.0.1\n"
                + "set configs.config.server-config.network-config.protocols.protocol"
                + ".http-listener.http.encoded-slash-enabled=true\n");
    System.setProperty("registry.it.port", String.valueOf(port));
    System.setProperty("registry.it.tsa.port", String.valueOf(freePort()));
    System.setProperty(
        "registry.it.cmd.options",
        String.join(
            " ",
            "-Xmx768m",
            "-Djava.io.tmpdir=" + WORK.resolve("tmp"),
            "-Dregistry.db.url=" + database.url(),
            "-Dregistry.db.user=" + database.user(),
            "-Dregistry.db.password=" + database.password(),
            "-Dregistry.data=" + containerData(),
            "-Dregistry.it.port=" + port,
            "-Dregistry.limit.centre." + SCANTY_CENTRE + ".minute=30",
            "-Dregistry.outbound.addresses=127.0.0.2",
            "-Dregistry.receipt.tsa.url=" + timeStampingAuthority(),
            "-Dregistry.demo=true"));
    System.setProperty(
        "registry.it.micro.options",
        String.join(
            " ",
            "--port " + port,
            "--nohazelcast",
            "--disablephonehome",
            "--prebootcommandfile " + listener,
            "--contextroot /"));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(TestServers::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }
}
