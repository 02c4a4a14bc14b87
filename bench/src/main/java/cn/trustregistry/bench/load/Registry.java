package cn.trustregistry.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.bench.probe.ProbeWar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The distribution as it is shipped, with the demonstration's case in a fresh data directory and
 * its own database, and the probe beside it. Limits of calls are lifted; nothing else is changed.
 */
public final class Registry implements AutoCloseable {
  private static final String READY = "Ctrl-C stops it";
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

  private final Path data;
  private final int port = freePort();
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final List<String> printed = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path dist;
  private final ProcessBuilder builder;
  private Process launcher;

  /**
   * Starts one and waits until it serves.
   *
   * @param javaOptions of the server's JVM, beside those of the distribution
   */
  public static Registry start(String javaOptions) throws IOException, InterruptedException {
    Path module = Path.of(System.getProperty("bench.home"));
    Path dist = module.resolveSibling("registry-server").resolve("target/dist");
    Path data = module.resolve("target/service-data");
    delete(data);
    Files.createDirectories(data);
    return new Registry(dist, module.resolve("target/classes"), data, javaOptions);
  }

  private Registry(Path dist, Path classes, Path data, String javaOptions)
      throws IOException, InterruptedException {
    this.data = data;
    this.dist = dist;
    Path war = data.resolveSibling("probe.war");
    ProbeWar.write(dist.resolve("registry-web.war"), war);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                "-Xmx128m",
                "-jar",
                dist.resolve("registry-server.jar").toString(),
                "--port",
                String.valueOf(port),
                "--https-port",
                String.valueOf(freePort()),
                "--data",
                data.toString()));
    Map<String, String> environment = builder.environment();
    environment.put(
        "REGISTRY_JAVA_OPTS",
        javaOptions
            + opened(dist.resolve("payara-micro.jar"))
            + " -cp "
            + classes
            + ":"
            + dist.resolve("payara-micro.jar")
            + " cn.trustregistry.bench.probe.Alongside "
            + war);
    environment.put("REGISTRY_LIMIT_PUBLIC_MINUTE", "0");
    for (String limit : List.of("MINUTE", "DAY", "CENTRE_MINUTE", "CENTRE_DAY")) {
      environment.put("REGISTRY_LIMIT_" + limit, "1000000000");
    }
    builder.redirectErrorStream(true);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> launcher.destroy(), "end of the registry"));
    launcher = launch();
    awaitReady();
  }

  private Process launch() throws IOException {
    Process process = builder.start();
    Thread reader = new Thread(() -> read(process), "output of the registry");
    reader.setDaemon(true);
    reader.start();
    return process;
  }

  /** Stops it, starts it again on the same data, and waits until it serves. */
  public void restart() throws IOException, InterruptedException {
    stop();
    synchronized (printed) {
      printed.clear();
    }
    launcher = launch();
    awaitReady();
  }

  /** Runs statements on its database. */
  public void sql(String statements) throws IOException, InterruptedException {
    Path said = data.resolveSibling("sql.log");
    ProcessBuilder command =
        new ProcessBuilder(
            dist.resolve("mariadb/bin/mariadb").toString(),
            "--protocol=tcp",
            "--host=127.0.0.1",
            "--port=" + Files.readString(data.resolve("run/database.port")).strip(),
            "--user=registry",
            "--default-character-set=utf8mb4",
            "registry");
    command
        .environment()
        .put("MYSQL_PWD", Files.readString(data.resolve("secrets/database-password")).strip());
    Process client = command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    client.getOutputStream().write(statements.getBytes(UTF_8));
    client.getOutputStream().close();
    if (client.waitFor() != 0) {
      throw new IOException(Files.readString(said));
    }
  }

  /** What the jar's manifest opens, since it is not started with -jar. */
  private static String opened(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes attributes = file.getManifest().getMainAttributes();
      StringBuilder words = new StringBuilder();
      for (String name : List.of("Add-Opens", "Add-Exports")) {
        for (String each : attributes.getValue(name).split(" ")) {
          String option = name.toLowerCase(Locale.ROOT);
          words.append(" --").append(option).append('=').append(each).append("=ALL-UNNAMED");
        }
      }
      return words.toString();
    }
  }

  private void read(Process process) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.strip().split("\\s+");
        if (words.length == 2) {
          secrets.put(words[0], words[1]);
        }
        synchronized (printed) {
          printed.add(line);
        }
      }
    } catch (IOException ended) {
      // the process is gone, and with it its output
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    while (!said(READY)) {
      if (!launcher.isAlive() || System.nanoTime() > end) {
        throw new IOException("the registry did not start, see " + data.resolve("log"));
      }
      Thread.sleep(100);
    }
  }

  private boolean said(String words) {
    synchronized (printed) {
      return printed.stream().anyMatch(line -> line.contains(words));
    }
  }

  public int port() {
    return port;
  }

  public Path data() {
    return data;
  }

  public Path demo() {
    return data.resolve("demo");
  }

  /** Process id of the server's JVM. */
  public long serverPid() throws IOException {
    return pid("server.pid");
  }

  /** Process id of the database. */
  public long databasePid() throws IOException {
    return pid("database.pid");
  }

  /** Octets of the files of the database's tables. */
  public long tables() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("mariadb").resolve("registry"))) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private long pid(String file) throws IOException {
    return Long.parseLong(Files.readString(data.resolve("run").resolve(file)).strip());
  }

  /** The value of an Authorization header, with a secret that the first start printed. */
  public String basic(String client) {
    String secret = secrets.get(client);
    if (secret == null) {
      throw new IllegalStateException("no secret of " + client + " was shown");
    }
    return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
  }

  /** Posts to a REST door and returns what it says; fails if that is no success. */
  public String post(String client, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", basic(client))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stop();
    keepLog();
    delete(data);
  }

  /** For the case that something went wrong; the next run writes over it. */
  private void keepLog() throws IOException {
    Path kept = data.resolveSibling("service-log");
    delete(kept);
    Files.move(data.resolve("log"), kept);
  }

  private void stop() throws IOException, InterruptedException {
    launcher.destroy();
    if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException("the registry does not end");
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
