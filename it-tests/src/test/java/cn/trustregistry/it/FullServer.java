package cn.trustregistry.it;

import cn.trustregistry.server.DatabaseConnection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A full Payara Server with a domain of its own in the build directory, on free ports of the
 * loopback, with the EAR deployed at its start: as the operator of such a server does it.
 */
final class FullServer implements AutoCloseable {
  private static final Path INSTALLATION = Path.of(System.getProperty("registry.it.payara", ""));
  private static final Path EAR = Path.of(System.getProperty("registry.it.ear", ""));
  private static final Pattern PORT = Pattern.compile("(?<= |[a-z]-)port=\"\\d+\"");
  private static final int START_SECONDS = 300;
  private static final int END_SECONDS = 60;

  private final Path home;
  private final Path data;
  private final URI base;
  private ProcessHandle process;

  private FullServer(Path home, Path data, URI base, ProcessHandle process) {
    this.home = home;
    this.data = data;
    this.base = base;
    this.process = process;
  }

  /** Starts it and returns when the application answers; fails with the server's log otherwise. */
  static FullServer start(DatabaseConnection database) throws IOException, InterruptedException {
    Path domains = TestServers.WORK.resolve("full-server");
    Path home = domains.resolve("registry");
    Path data = Files.createDirectories(domains.resolve("data"));
    copy(INSTALLATION.resolve("domains").resolve("domain1"), home);
    int port = TestServers.freePort();
    configure(home.resolve("config").resolve("domain.xml"), port);
    URI base = URI.create("http://127.0.0.1:" + port + "/");
    startDomain(domains, environment(database, data, port));
    long pid = Long.parseLong(Files.readString(home.resolve("config/pid")).strip());
    FullServer server = new FullServer(home, data, base, ProcessHandle.of(pid).orElseThrow());
    server.awaitReady();
    return server;
  }

  private static void startDomain(Path domains, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path deploy = Files.writeString(domains.resolve("deploy.asadmin"), "deploy " + EAR + "\n");
    ProcessBuilder asadmin =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            INSTALLATION.resolve("lib/client/appserver-cli.jar").toString(),
            "start-domain",
            "--domaindir",
            domains.toString(),
            "--postbootcommandfile",
            deploy.toString(),
            "registry");
    asadmin.environment().putAll(environment);
    Path said = domains.resolve("asadmin.log");
    Process process = asadmin.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("the domain did not start:\n" + Files.readString(said));
    }
  }

  private static Map<String, String> environment(DatabaseConnection database, Path data, int port) {
    return Map.of(
        "REGISTRY_DB_URL", database.url(),
        "REGISTRY_DB_USER", database.user(),
        "REGISTRY_DB_PASSWORD", database.password(),
        "REGISTRY_DATA", data.toString(),
        "REGISTRY_DEMO", "true",
        "REGISTRY_HTTP_PORT", String.valueOf(port));
  }

  /** Free ports, loopback only, no cluster. */
  private static void configure(Path domainXml, int port) throws IOException {
    String xml =
        Files.readString(domainXml)
            .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
            .replace(
                "<network-listener port=\"8080\"",
                "<network-listener address=\"127.0.0.1\" port='" + port + "'")
            .replace("<network-listener port", "<network-listener address=\"127.0.0.1\" port")
            .replace(
                "<hazelcast-config-specific-configuration>",
                "<hazelcast-config-specific-configuration enabled=\"false\">")
            .replace(
                "name=\"JMS_PROVIDER_PORT\" value=\"7676\"",
                "name=\"JMS_PROVIDER_PORT\" value=\"" + free() + "\"")
            .replace("osgi.shell.telnet.port=6666", "osgi.shell.telnet.port=" + free());
    Files.writeString(
        domainXml, PORT.matcher(xml).replaceAll(m -> Matcher.quoteReplacement(another())));
  }

  private static String another() {
    return "port=\"" + free() + "\"";
  }

  private static int free() {
    try {
      return TestServers.freePort();
    } catch (IOException noPort) {
      throw new java.io.UncheckedIOException(noPort);
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    HttpRequest health = HttpRequest.newBuilder(base.resolve("health/ready")).build();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      String answer = HttpClient.newHttpClient().send(health, BodyHandlers.ofString()).body();
      // a full server answers while the demonstration is being loaded, and before the doors open
      if (answer.contains("\"name\":\"trust\",\"status\":\"UP\"")
          && Files.exists(data.resolve("demo").resolve("credentials-once.txt"))
          && isOpen("soap/v1/validation?wsdl")) {
        return;
      }
      String log = Files.readString(home.resolve("logs/server.log"));
      if (System.nanoTime() > end || log.contains("Error occurred during deployment")) {
        close();
        throw new AssertionError("the application was not deployed:\n" + log);
      }
      Thread.sleep(500);
    }
  }

  private boolean isOpen(String door) throws IOException, InterruptedException {
    HttpRequest question = HttpRequest.newBuilder(base.resolve(door)).build();
    return HttpClient.newHttpClient().send(question, BodyHandlers.discarding()).statusCode() == 200;
  }

  URI base() {
    return base;
  }

  Path data() {
    return data;
  }

  /** Ends it by its process id and returns when it is gone. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      process.destroyForcibly();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
