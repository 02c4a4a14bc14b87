package cn.trustregistry.it;

import cn.trustregistry.server.DatabaseConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The shipped distribution, started as an operator starts it: by its launcher, on a port and with a
 * data directory of its own, in its own process group as under a terminal.
 */
public final class RegistryProcess implements AutoCloseable {

  private static final String READY = "Ctrl-C stops it";
  private static final int START_SECONDS = 330;
  private static final int END_SECONDS = 60;

  private final Path data;
  private final int port;
  private final int httpsPort;
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> printed = new ArrayList<>();
  private volatile @Nullable Process launcher;

  private RegistryProcess(Path data, int port, int httpsPort) {
    this.data = data;
    this.port = port;
    this.httpsPort = httpsPort;
    environment.put("REGISTRY_JAVA_OPTS", "-Xmx768m");
    // its own process group does not get the Ctrl-C that breaks a build off
    Runtime.getRuntime().addShutdownHook(new Thread(this::endLauncher, "end of " + data));
  }

  /**
   * A registry that is not started yet, on a free port.
   *
   * @param name names its data directory in the build directory; two tests use two names
   */
  public static RegistryProcess named(String name) {
    try {
      return new RegistryProcess(
          TestServers.WORK.resolve("process").resolve(name), freePort(), freePort());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  private static int freePort() throws IOException {
    return TestServers.freePort();
  }

  /** Adds words to the command line of each following start. */
  public RegistryProcess with(String... words) {
    arguments.addAll(List.of(words));
    return this;
  }

  /** Gives each following start a setting, by its MicroProfile Config name. */
  public RegistryProcess setting(String name, String value) {
    environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value);
    return this;
  }

  /** Makes each following start use this database instead of its own. */
  public RegistryProcess on(DatabaseConnection database) {
    environment.put("REGISTRY_DB_URL", database.url());
    environment.put("REGISTRY_DB_USER", database.user());
    environment.put("REGISTRY_DB_PASSWORD", database.password());
    return this;
  }

  /** Starts it and returns when it says that it is ready; fails with its own words if it is not. */
  public RegistryProcess start() throws IOException, InterruptedException {
    launch();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!output().contains(READY)) {
      if (!launcher().isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the registry did not start:\n" + output() + serverLog());
      }
      Thread.sleep(100);
    }
    return this;
  }

  /**
   * Starts it expecting that it ends by itself.
   *
   * @return its exit code; what it said is in {@link #output()}
   */
  public int startToBeRefused() throws IOException, InterruptedException {
    launch();
    return awaitEnd();
  }

  private void launch() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("setsid", java.toString(), "-Xmx128m", "-jar"));
    command.add(TestServers.DIST.resolve("registry-server.jar").toString());
    command.addAll(List.of("--port", String.valueOf(port), "--data", data.toString()));
    command.addAll(List.of("--https-port", String.valueOf(httpsPort)));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    synchronized (printed) {
      printed.clear();
    }
    Process process = builder.start();
    launcher = process;
    Thread reader = new Thread(() -> read(process), "output of " + data.getFileName());
    reader.setDaemon(true);
    reader.start();
  }

  private void read(Process process) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        synchronized (printed) {
          printed.add(line);
        }
      }
    } catch (IOException ended) {
      // the process is gone, and with it its output
    }
  }

  /** What the latest start has printed so far, credentials included. */
  public String output() {
    synchronized (printed) {
      return String.join("\n", printed);
    }
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** The same doors over TLS. */
  public URI secureBase() {
    return URI.create("https://127.0.0.1:" + httpsPort + "/");
  }

  public int port() {
    return port;
  }

  public Path data() {
    return data;
  }

  /** The registry's own database, for tests that look behind the doors. */
  public DatabaseConnection database() throws IOException {
    String databasePort = Files.readString(data.resolve("run/database.port")).strip();
    String password = Files.readString(data.resolve("secrets/database-password")).strip();
    return new DatabaseConnection(
        "jdbc:mariadb://127.0.0.1:" + databasePort + "/registry", "registry", password);
  }

  /** Ends it as a service manager does (SIGTERM to the launcher) and returns the exit code. */
  public int stop() throws InterruptedException {
    launcher().destroy();
    return awaitEnd();
  }

  /** Ctrl-C in a terminal: SIGINT to every process of the group at once. Returns the exit code. */
  public int interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", "--", "-" + launcher().pid()).start().waitFor();
    return awaitEnd();
  }

  /** Loses the launcher alone (kill -9): server and database stay behind. */
  public void killLauncher() {
    kill(launcher().toHandle());
  }

  /** Loses the server's JVM (kill -9). */
  public void killServer() throws IOException {
    kill(processOf("run/server.pid"));
  }

  /** Loses the database (kill -9). */
  public void killDatabase() throws IOException {
    kill(processOf("run/database.pid"));
  }

  private ProcessHandle processOf(String pidFile) throws IOException {
    long pid = Long.parseLong(Files.readString(data.resolve(pidFile)).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Waits for the launcher's end and returns its exit code. */
  public int awaitEnd() throws InterruptedException {
    if (!launcher().waitFor(END_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the registry does not end:\n" + output());
    }
    return launcher().exitValue();
  }

  /** Every living process that works on this data directory. */
  public List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .map(words -> Arrays.stream(words).anyMatch(w -> w.contains(data.toString())))
                    .orElse(false))
        .toList();
  }

  /** Ends whatever is left, in whatever state. */
  @Override
  public void close() throws InterruptedException {
    Process running = launcher;
    if (running != null && running.isAlive()) {
      stop();
    }
    processes().forEach(RegistryProcess::kill);
  }

  private void endLauncher() {
    Process running = launcher;
    if (running != null) {
      running.destroy();
    }
  }

  private Process launcher() {
    Process latest = launcher;
    if (latest == null) {
      throw new IllegalStateException("not started yet");
    }
    return latest;
  }

  private String serverLog() throws IOException {
    Path log = data.resolve("log/server.log.0");
    return Files.exists(log) ? "\n" + Files.readString(log) : "";
  }
}
