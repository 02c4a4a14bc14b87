package cn.trustregistry.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Payara Micro with the application, in a JVM of its own. */
final class PayaraServer {

  /** What Payara logs, and all that it does, when it cannot deploy the application. */
  private static final String NOT_DEPLOYED = "Exception while loading the app";

  private final Process process;
  private final DataDirectory data;
  private final long logBegin;

  private PayaraServer(Process process, DataDirectory data, long logBegin) {
    this.process = process;
    this.data = data;
    this.logBegin = logBegin;
  }

  /**
   * Starts the JVM and returns at once; {@link Readiness} knows when it serves. The database's
   * password goes over by environment, which other users cannot read, not by command line.
   */
  static PayaraServer start(
      LaunchOptions options,
      Distribution distribution,
      DataDirectory data,
      DatabaseConnection database,
      ListenerKey key)
      throws StartRefused {
    try {
      ProcessBuilder builder = new ProcessBuilder(command(options, distribution, data));
      builder.directory(data.root().toFile());
      builder.redirectErrorStream(true);
      builder.redirectOutput(data.log().resolve("server-console.log").toFile());
      builder.environment().putAll(environment(options, data, database));
      writeConfiguration(options, data, key);
      long logBegin = Files.exists(logFile(data)) ? Files.size(logFile(data)) : 0;
      Process process = builder.start();
      data.serverPid().write(process.pid());
      return new PayaraServer(process, data, logBegin);
    } catch (IOException failed) {
      throw new StartRefused("The server's JVM cannot be started.", failed);
    }
  }

  static List<String> command(
      LaunchOptions options, Distribution distribution, DataDirectory data) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Payara unpacks itself there; it also tells a later start whose process this is
    command.add("-Djava.io.tmpdir=" + data.temporary());
    command.add("-Xmx1g");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-javaagent:" + distribution.listenerAgent());
    command.addAll(options.javaOptions());
    command.add("-jar");
    command.add(distribution.payaraMicro().toString());
    command.addAll(List.of("--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--port", String.valueOf(options.port())));
    command.addAll(List.of("--prebootcommandfile", listenerCommands(data).toString()));
    command.addAll(List.of("--logproperties", logProperties(data).toString()));
    command.addAll(List.of("--contextroot", "/"));
    command.addAll(List.of("--deploy", distribution.application().toString()));
    return command;
  }

  static Map<String, String> environment(
      LaunchOptions options, DataDirectory data, DatabaseConnection database) {
    return Map.of(
        "REGISTRY_DB_URL", database.url(),
        "REGISTRY_DB_USER", database.user(),
        "REGISTRY_DB_PASSWORD", database.password(),
        "REGISTRY_DEMO", String.valueOf(options.demo()),
        "REGISTRY_DATA", data.root().toString(),
        "REGISTRY_HTTP_ADDRESS", options.address(),
        "REGISTRY_HTTP_PORT", String.valueOf(options.port()),
        "REGISTRY_HTTPS_PORT", String.valueOf(options.https().port()));
  }

  private static void writeConfiguration(LaunchOptions options, DataDirectory data, ListenerKey key)
      throws IOException {
    Files.write(listenerCommands(data), Listeners.commands(options, key));
    try (var template = PayaraServer.class.getResourceAsStream("logging.properties")) {
      String logging =
          new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(logProperties(data), logging.replace("@LOG@", data.log().toString()));
    }
  }

  private static Path listenerCommands(DataDirectory data) {
    return data.run().resolve("listener.asadmin");
  }

  private static Path logProperties(DataDirectory data) {
    return data.run().resolve("logging.properties");
  }

  static Path logFile(DataDirectory data) {
    return data.log().resolve("server.log.0");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it may still become ready: Payara itself goes on without the application. */
  boolean mayBecomeReady() {
    return process.isAlive() && !logged(NOT_DEPLOYED);
  }

  private boolean logged(String words) {
    try (InputStream log = Files.newInputStream(logFile(data))) {
      log.skipNBytes(logBegin);
      return new String(log.readAllBytes(), StandardCharsets.UTF_8).contains(words);
    } catch (IOException noLogYet) {
      return false;
    }
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Stops it cleanly and returns when its process is gone. */
  void stop() {
    PidFile.end(process.toHandle());
    try {
      data.serverPid().delete();
    } catch (IOException harmless) {
      // the next start sees that the number names no process of ours
    }
  }
}
