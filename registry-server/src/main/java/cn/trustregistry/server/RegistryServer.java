package cn.trustregistry.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.server.receipt.VerifyReceipt;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The command that starts a registry and stays until it ends: database first, then the server; on
 * Ctrl-C or SIGTERM the server first, then the database. If either of the two ends by itself the
 * other is stopped and the command ends with exit code 1, for its supervisor to see.
 */
public final class RegistryServer {

  private final LaunchOptions options;
  private final Distribution distribution;
  private final DataDirectory data;
  private final Progress progress = new Progress(System.out);

  private boolean stopping;
  private @Nullable EmbeddedDatabase database;
  private @Nullable PayaraServer server;

  private RegistryServer(LaunchOptions options, Distribution distribution) {
    this.options = options;
    this.distribution = distribution;
    this.data = new DataDirectory(options.data());
  }

  /**
   * Runs a registry until it is stopped.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    if (!words.isEmpty() && words.get(0).equals(VerifyReceipt.NAME)) {
      String data = LaunchOptions.setting("registry.data").orElse("data");
      PrintStream out = new PrintStream(System.out, true, UTF_8);
      System.exit(VerifyReceipt.run(words.subList(1, words.size()), data, out, System.err));
    }
    if (words.contains("--help")) {
      System.out.print(LaunchOptions.USAGE);
      return;
    }
    try {
      LaunchOptions options = LaunchOptions.parse(words, LaunchOptions::setting);
      System.err.println(new RegistryServer(options, Distribution.ofThisProgram()).run());
    } catch (StartRefused refused) {
      System.err.println(refused.getMessage());
    }
    System.exit(1);
  }

  /** Returns, with a line that says why, only if the registry did not stay. */
  private String run() throws StartRefused, IOException, InterruptedException {
    FileLock lock = data.take();
    try {
      stopLeftovers();
      requireWholeDemonstration();
      Ports.requireFree(options.address(), options.port(), "--port");
      Ports.requireFree(options.https().address(), options.https().port(), "--https-port");
      data.create();
      LauncherLog.to(data.log().resolve("database.log"));
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
      return serve();
    } finally {
      stop();
      lock.channel().close();
    }
  }

  private String serve() throws StartRefused, IOException, InterruptedException {
    long begun = System.nanoTime();
    DatabaseConnection connection = connect();
    ListenerKey key = ListenerKey.of(options.https(), data);
    PayaraServer started = startServer(connection, key);
    URI base = URI.create("http://" + host(options.address()) + ":" + options.port() + "/");
    if (!new Readiness(base).await(started::mayBecomeReady)) {
      awaitEndIfStopping();
      throw new StartRefused(
          "The server did not become ready, see " + PayaraServer.logFile(data) + ".");
    }
    progress.done("ready");
    showDemoCredentials();
    showDoors(base, key);
    progress.say(
        "ready in "
            + Progress.seconds(Duration.ofNanos(System.nanoTime() - begun))
            + ", Ctrl-C stops it");
    return awaitEnd(started);
  }

  private DatabaseConnection connect() throws StartRefused {
    Optional<DatabaseConnection> external = options.externalDatabase();
    if (external.isPresent()) {
      external.get().check();
      return external.get();
    }
    synchronized (this) {
      awaitEndIfStopping();
      progress.begin("starting database");
      EmbeddedDatabase started =
          EmbeddedDatabase.start(distribution.databaseBinaries(), data.root());
      database = started;
      progress.done("ready");
      return started.connection();
    }
  }

  private synchronized PayaraServer startServer(DatabaseConnection connection, ListenerKey key)
      throws StartRefused {
    awaitEndIfStopping();
    progress.begin("starting server");
    PayaraServer started = PayaraServer.start(options, distribution, data, connection, key);
    server = started;
    return started;
  }

  private String awaitEnd(PayaraServer started) throws InterruptedException {
    CompletableFuture<?> databaseEnd =
        database == null ? new CompletableFuture<>() : database.onExit();
    CompletableFuture.anyOf(started.onExit(), databaseEnd).join();
    awaitEndIfStopping();
    String ended = started.isAlive() ? "database" : "server";
    return "The " + ended + " ended unexpectedly, see " + data.log() + ".";
  }

  private synchronized void stop() {
    stopping = true;
    progress.breakOff();
    PayaraServer runningServer = server;
    if (runningServer != null) {
      progress.begin("stopping server");
      runningServer.stop();
      progress.done("stopped");
      server = null;
    }
    EmbeddedDatabase runningDatabase = database;
    if (runningDatabase != null) {
      progress.begin("stopping database");
      runningDatabase.stop();
      progress.done("stopped");
      database = null;
    }
  }

  /** A signal ends this process from another thread: nothing more to do or to say here. */
  private synchronized void awaitEndIfStopping() {
    while (stopping) {
      LockSupport.park();
    }
  }

  private void stopLeftovers() {
    stopLeftover("server", data.serverPid());
    stopLeftover("database", data.databasePid());
  }

  private void stopLeftover(String what, PidFile pidFile) {
    pidFile
        .leftover(data.root())
        .ifPresent(
            process -> {
              PidFile.end(process);
              progress.say(
                  "stopped the " + what + " (process " + process.pid() + ") of an earlier start");
            });
  }

  private void requireWholeDemonstration() throws StartRefused {
    if (options.demo() && Files.exists(data.demoLoading())) {
      throw new StartRefused(
          "The first start in "
              + data.root()
              + " was stopped while the demonstration was being loaded: delete the directory and start again.");
    }
  }

  private void showDemoCredentials() throws IOException {
    showOnce(options.demo() ? data.credentialsOnce() : data.setUpOnce());
  }

  private static void showOnce(Path once) throws IOException {
    if (Files.exists(once)) {
      System.out.println();
      System.out.write(Files.readAllBytes(once));
      System.out.println();
      Files.delete(once);
    }
  }

  private void showDoors(URI base, ListenerKey key) {
    progress.say("");
    progress.say("portal    " + base);
    progress.say("console   " + base.resolve("console/"));
    progress.say("SOAP      " + base.resolve("soap/v1/validation?wsdl"));
    progress.say("OpenAPI   " + base.resolve("openapi"));
    progress.say("health    " + base.resolve("health"));
    Https https = options.https();
    progress.say("HTTPS     https://" + host(https.address()) + ":" + https.port() + "/");
    progress.say("          " + key.words(Instant.now()));
  }

  /** The host to ask and to show: any address of this machine stands for the wildcard. */
  private static String host(String address) {
    return switch (address) {
      case "0.0.0.0", "::" -> "127.0.0.1";
      default -> address.contains(":") ? "[" + address + "]" : address;
    };
  }
}
