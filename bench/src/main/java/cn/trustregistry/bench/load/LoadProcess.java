package cn.trustregistry.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Load from a process of its own, as from another machine; it asks when it is told to. */
public final class LoadProcess implements AutoCloseable {
  private static final String READY = "ready";

  private final Process process;
  private final BufferedReader said;

  /**
   * @param requests a file that {@link #write} wrote
   * @param call of the same requests
   */
  public LoadProcess(Path requests, Call call, int connections, Duration window)
      throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx128m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), LoadProcess.class.getName()));
    command.addAll(List.of(requests.toString(), String.valueOf(call.port())));
    command.addAll(List.of(new String(call.wanted(), UTF_8), String.valueOf(connections)));
    command.add(String.valueOf(window.toMillis()));
    process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    if (!READY.equals(said.readLine())) {
      close();
      throw new IOException("a process that was to load the registry did not start");
    }
  }

  /** Keeps some of a call's requests in a file. */
  public static void write(Path file, Call call, int count) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt(count);
      for (int i = 0; i < count; i++) {
        byte[] request = call.requests().next();
        out.writeInt(request.length);
        out.write(request);
      }
    }
  }

  /** Lets it ask for one window. */
  public void begin() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** How many answers it had in the window that was begun, all as they have to be. */
  public long answers() throws IOException {
    String line = said.readLine();
    if (line == null) {
      throw new IOException("a process that loaded the registry ended");
    }
    return Long.parseLong(line);
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

  /**
   * @param args file of requests, port, what every answer has in its body, connections, and ms of a
   *     window
   */
  public static void main(String[] args) throws Exception {
    List<byte[]> requests = read(Path.of(args[0]));
    AtomicInteger next = new AtomicInteger();
    Call call =
        Call.of(
            Integer.parseInt(args[1]),
            () -> requests.get(Math.floorMod(next.getAndIncrement(), requests.size())),
            args[2]);
    Duration window = Duration.ofMillis(Long.parseLong(args[4]));
    System.out.println(READY);
    while (System.in.read() >= 0) {
      System.out.println(Load.run(call, Integer.parseInt(args[3]), window).nanos().length);
    }
  }

  private static List<byte[]> read(Path file) throws IOException {
    List<byte[]> requests = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        requests.add(in.readNBytes(in.readInt()));
      }
    }
    return requests;
  }
}
