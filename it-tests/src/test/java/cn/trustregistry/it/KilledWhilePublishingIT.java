package cn.trustregistry.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.demo.CertificatePress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Kills (kill -9) in the middle of a bulk publication: what has a result line is still there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledWhilePublishingIT {
  private static final int LINES = 6_000;
  private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 1_000;
  private static final Pattern RESULT =
      Pattern.compile("\\{\"line\":\\d+,\"status\":\"PUBLISHED\",\"sha256\":\"([0-9a-f]{64})\".*");
  private static final Pattern LISTED = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"");

  /** Something that is to be killed once enough is acknowledged. */
  private interface Kill {
    void now() throws IOException;
  }

  private final RegistryProcess registry = RegistryProcess.named("killed-while-publishing");
  private DemoClient client;
  private CertificatePress press;

  @BeforeAll
  void start() throws Exception {
    registry.start();
    client = DemoClient.of(registry);
    press = CertificatePress.of(registry.data());
  }

  @AfterAll
  void end() throws Exception {
    registry.close();
  }

  @Test
  void kill_of_the_server_loses_nothing_that_was_acknowledged() throws Exception {
    List<String> acknowledged = publishUntil(0, registry::killServer);
    registry.awaitEnd();
    registry.start();
    assertThat(listed()).containsAll(acknowledged);
  }

  @Test
  void kill_of_the_database_loses_nothing_that_was_acknowledged() throws Exception {
    List<String> acknowledged = publishUntil(LINES, registry::killDatabase);
    registry.awaitEnd();
    registry.start();
    assertThat(listed()).containsAll(acknowledged);
  }

  /** Publishes until the connection breaks; returns the fingerprints that got a result line. */
  private List<String> publishUntil(long seed, Kill kill) throws IOException {
    List<String> lines = press.lines(seed, LINES);
    List<String> acknowledged = new ArrayList<>();
    try (Socket socket = new Socket("127.0.0.1", registry.port())) {
      CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(socket, lines));
      read(socket, acknowledged, kill);
      sending.cancel(true);
    }
    assertThat(acknowledged.size())
        .as("acknowledged before and while it was killed")
        .isBetween(ACKNOWLEDGED_BEFORE_THE_KILL, LINES - 1);
    return acknowledged;
  }

  private void send(Socket socket, List<String> lines) {
    try {
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /api/v1/certificates/bulk HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
              + client.basic("gxca-client")
              + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
      out.write(head.getBytes(UTF_8));
      for (String line : lines) {
        byte[] octets = line.getBytes(UTF_8);
        out.write((Integer.toHexString(octets.length) + "\r\n").getBytes(UTF_8));
        out.write(octets);
        out.write("\r\n".getBytes(UTF_8));
      }
      // the last chunk is never sent: whoever wins, the request is under way when the kill comes
      out.flush();
    } catch (IOException killed) {
      // as it should be
    }
  }

  private static void read(Socket socket, List<String> acknowledged, Kill kill) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    boolean killed = false;
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Matcher result = RESULT.matcher(line);
        if (result.matches()) {
          acknowledged.add(result.group(1));
        }
        if (!killed && acknowledged.size() == ACKNOWLEDGED_BEFORE_THE_KILL) {
          killed = true;
          kill.now();
        }
      }
    } catch (IOException broken) {
      assertThat(killed).as("broken before the kill: " + broken).isTrue();
    }
  }

  private List<String> listed() {
    List<String> all = new ArrayList<>();
    String cursor = "0";
    while (true) {
      HttpResponse<String> page =
          client.get("gxca-client", "api/v1/certificates?limit=1000&cursor=" + cursor);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      LISTED.matcher(page.body()).results().forEach(match -> all.add(match.group(1)));
      if (page.body().contains("\"more\":false")) {
        return all;
      }
      cursor = page.body().replaceAll("(?s).*\"next\":\"(\\d+)\".*", "$1");
    }
  }
}
