package cn.trustregistry.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Another program that answers the same questions about the same certificates, in its process. */
public final class Peer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final int port;
  private final Process process;

  /**
   * @param word what it prints when it serves; not found out by a connection, because one without a
   *     request has {@code openssl ocsp} turn in circles for good
   */
  private Peer(int port, Path log, String word, List<String> command)
      throws IOException, InterruptedException {
    this.port = port;
    this.process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end of " + log.getFileName()));
    await(log, word);
  }

  /**
   * {@code openssl ocsp} as a responder, with a key of the kind that the registry has (P-256). It
   * takes one connection after the other and one request from each.
   *
   * @param demo the demonstration's folder
   * @param folder for its files
   * @param serials of the certificates that are good, in hexadecimal
   */
  public static Peer openssl(Path demo, Path folder, List<String> serials)
      throws IOException, InterruptedException {
    String key = folder.resolve("responder.key").toString();
    String certificate = folder.resolve("responder.pem").toString();
    List<String> request = new ArrayList<>(List.of("openssl", "req", "-x509", "-newkey", "ec"));
    request.addAll(List.of("-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key));
    request.addAll(List.of("-out", certificate, "-subj", "/CN=bench", "-days", "2"));
    run(request);
    StringBuilder index = new StringBuilder();
    for (String serial : serials) {
      index.append("V\t491231235959Z\t\t").append(serial).append("\tunknown\t/CN=");
      index.append(serial).append('\n');
    }
    Path file = Files.writeString(folder.resolve("index.txt"), index);
    int port = Registry.freePort();
    List<String> command = new ArrayList<>(List.of("openssl", "ocsp", "-index", file.toString()));
    command.addAll(List.of("-port", String.valueOf(port), "-rsigner", certificate, "-rkey", key));
    command.addAll(List.of("-CA", demo.resolve("gxca/ca/issuing-rsa.pem").toString()));
    command.addAll(List.of("-nmin", "10"));
    return new Peer(port, folder.resolve("openssl.log"), "waiting for OCSP", command);
  }

  /** The XKMS service of Apache CXF ({@code bench/xkms}), as {@code bench/run} built it. */
  public static Peer xkms(Path demo, Path folder) throws IOException, InterruptedException {
    Path target = Path.of(System.getProperty("bench.home"), "xkms", "target");
    Path libraries = target.resolve("classpath");
    if (!Files.exists(libraries) || !Files.exists(target.resolve("classes"))) {
      throw new IOException("bench/xkms was not built: " + fault(target));
    }
    int port = Registry.freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp"));
    command.add(target.resolve("classes") + ":" + Files.readString(libraries).strip());
    command.addAll(List.of("cn.trustregistry.bench.xkms.XkmsPeer", String.valueOf(port)));
    command.add(demo.resolve("gxca/ca").toString());
    return new Peer(port, folder.resolve("xkms.log"), "ready", command);
  }

  /** What Maven said of it. */
  private static String fault(Path target) throws IOException {
    Path log = target.resolveSibling("../target/xkms.log");
    return Files.notExists(log)
        ? "no " + log.normalize()
        : Files.readAllLines(log).stream()
            .filter(line -> line.startsWith("[ERROR]"))
            .limit(2)
            .collect(Collectors.joining(" "));
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] said = run.getInputStream().readAllBytes();
    if (run.waitFor() != 0) {
      throw new IOException(new String(said, UTF_8));
    }
  }

  private void await(Path log, String word) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 10 && process.isAlive(); i++) {
      if (Files.readString(log, ISO_8859_1).contains(word)) {
        return;
      }
      Thread.sleep(100);
    }
    String said = Files.readString(log, ISO_8859_1);
    close();
    throw new IOException(
        log.getFileName() + (said.isBlank() ? " is empty, it does not serve" : ": " + said));
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
