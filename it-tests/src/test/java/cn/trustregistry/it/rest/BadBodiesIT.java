package cn.trustregistry.it.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.demo.CertificatePress;
import cn.trustregistry.it.RegistryProcess;
import cn.trustregistry.it.SharedRegistry;
import cn.trustregistry.server.DatabaseConnection;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Bodies that are not what they should be, at every door that takes one; after each test nothing
 * more is stored than before it.
 */
@ExtendWith(SharedRegistry.class)
class BadBodiesIT {
  private static final String JSON = "application/json";
  private static final String CERTIFICATE = "application/pkix-cert";
  private static final String NDJSON = "application/x-ndjson";
  private static final String ATTRIBUTES = "?holderKind=UNIT&medium=USB_KEY";
  private static final List<String> TABLES =
      List.of(
          "certificate",
          "crl",
          "revocation_notice",
          "tariff",
          "issuer",
          "crl_source",
          "webhook",
          "replacement",
          "client_proof",
          "application_step");

  /** A door, what it takes, a body that it would take, and its limit in octets. */
  private record Door(String path, String type, byte[] body, int limit) {
    @Override
    public String toString() {
      return path + " " + type;
    }
  }

  private RegistryProcess registry;
  private Company gxca;
  private CertificatePress press;
  private DemoAuthority authority;
  private Map<String, Long> before = Map.of();

  @BeforeEach
  void meet(RegistryProcess shared) throws Exception {
    registry = shared;
    gxca = Company.of(shared.base(), shared.output(), "gxca-client");
    press = CertificatePress.of(shared.data());
    authority = DemoAuthority.of(shared.data(), "gxca");
    before = counts();
  }

  @AfterEach
  void nothing_is_stored() throws Exception {
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void half_sent_body_has_no_good_answer() throws Exception {
    for (Door door : doors()) {
      assertThat(sendHalf(door)).as(door.toString()).doesNotContain(" 200 ", " 201 ", " 202 ");
    }
  }

  @Test
  void half_a_body_that_says_it_is_whole_is_malformed() throws Exception {
    for (Door door : doors()) {
      byte[] half = Arrays.copyOf(door.body(), door.body().length / 2);
      String type = door.type().equals(JSON) ? "400 malformed-json" : "400 malformed-";
      assertThat(gxca.post(door.path(), door.type(), half).outcome())
          .as(door.toString())
          .startsWith(type);
    }
  }

  @Test
  void body_over_the_limit_is_too_large() throws Exception {
    for (Door door : doors()) {
      byte[] large = Arrays.copyOf(door.body(), door.limit() + 1);
      Arrays.fill(large, door.body().length, large.length, (byte) ' ');
      assertThat(gxca.post(door.path(), door.type(), large).outcome())
          .as(door.toString())
          .isEqualTo("413 body-too-large");
      assertThat(
              gxca.post(door.path(), door.type(), large, "Idempotency-Key", "large-" + door.path())
                  .outcome())
          .as("with a key: " + door)
          .isEqualTo("413 body-too-large");
    }
  }

  @Test
  void json_that_is_no_object_or_empty_is_told_so() throws Exception {
    for (Door door : doors()) {
      if (door.type().equals(JSON)) {
        for (String body : List.of("", "[]", "7", "{\"certificate\":{}}{", "[".repeat(100_000))) {
          assertThat(gxca.post(door.path(), body).status()).as(door + ": " + body).isEqualTo(400);
        }
      }
    }
  }

  @Test
  void broken_base64_is_told_so() throws Exception {
    String pem = "-----BEGIN CERTIFICATE-----\nMIIB@@@@\n-----END CERTIFICATE-----\n";
    String crl = "-----BEGIN X509 CRL-----\nMIIB@@@@\n-----END X509 CRL-----\n";
    String bag = "-----BEGIN PKCS7-----\nMIIB@@@@\n-----END PKCS7-----\n";
    String line = CertificatePress.line(press.signing(300_000)).replace("\":\"MII", "\":\"@@");
    assertThat(post("certificates" + ATTRIBUTES, "application/x-pem-file", pem))
        .isEqualTo("400 malformed-certificate");
    assertThat(post("certificates" + ATTRIBUTES, "application/pkcs7-mime", bag))
        .isEqualTo("400 malformed-certificate");
    assertThat(post("crls", "application/x-pem-file", crl)).isEqualTo("400 malformed-crl");
    assertThat(post("issuers", "application/x-pem-file", pem))
        .isEqualTo("400 malformed-certificate");
    assertThat(
            gxca.post("certificates/bulk", NDJSON, line.getBytes(UTF_8)).response().body().lines())
        .first()
        .asString()
        .contains("\"status\":\"REFUSED\"", "/problems/malformed-submission");
  }

  @Test
  void body_that_drips_is_given_up() throws Exception {
    List<Door> doors = new ArrayList<>(doors().subList(0, 4));
    byte[] line = CertificatePress.line(press.signing(300_002)).getBytes(UTF_8);
    doors.add(new Door("certificates/bulk", NDJSON, line, 0));
    List<Socket> sockets = new ArrayList<>();
    for (Door door : doors) {
      sockets.add(announce(door));
    }
    for (int second = 0; second < 40; second++) {
      for (int i = 0; i < doors.size(); i++) {
        if (sockets.get(i).getInputStream().available() == 0) {
          sockets.get(i).getOutputStream().write(doors.get(i).body(), second, 1);
        }
      }
      Thread.sleep(1_000);
    }
    for (int i = 0; i < doors.size(); i++) {
      try (Socket socket = sockets.get(i)) {
        socket.setSoTimeout(20_000);
        assertThat(upTo("/problems/body-too-slow", socket.getInputStream()))
            .as(doors.get(i).toString())
            .contains("408");
      }
    }
  }

  /** The server leaves the connection open for the rest of the body: its end is not waited for. */
  private static String upTo(String mark, InputStream answer) throws IOException {
    StringBuilder read = new StringBuilder();
    byte[] some = new byte[4_096];
    while (read.indexOf(mark) < 0) {
      int length = answer.read(some);
      assertThat(length).as("after %s", read).isPositive();
      read.append(new String(some, 0, length, UTF_8));
    }
    return read.toString();
  }

  private String post(String path, String type, String body) throws Exception {
    return gxca.post(path, type, body.getBytes(UTF_8)).outcome();
  }

  /** Every door that takes a body, but for the stream of lines, which has no limit. */
  private List<Door> doors() {
    Instant now = Instant.now();
    Duration day = Duration.ofDays(1);
    String sha256 = "0".repeat(64);
    return List.of(
        new Door("certificates" + ATTRIBUTES, CERTIFICATE, press.signing(300_001), 8 << 20),
        new Door("crls", "application/pkix-crl", authority.crl(990, now, now.plus(day)), 64 << 20),
        new Door(
            "issuers", CERTIFICATE, authority.newCa("C=CN,CN=Half", now, now.plus(day)), 128 << 10),
        json("revocations", "{\"certificate\":\"" + sha256 + "\",\"reason\":\"SUPERSEDED\"}"),
        json("tariffs", "{\"validFrom\":\"2030-01-01T00:00:00+08:00\",\"items\":[]}"),
        json("crl-sources", "{\"url\":\"https://crl.example/a.crl\",\"minutes\":60}"),
        json("webhooks", "{\"url\":\"https://events.example/registry\"}"),
        json("replacements", "{\"replaced\":[],\"reason\":\"LEGACY_EXCHANGE\"}"),
        json("client/proofs", "{\"kind\":\"SECRET\"}"),
        json("applications/20260101-0000-0000-0000/moves", "{\"to\":\"ACCEPTED\"}"));
  }

  private static Door json(String path, String body) {
    return new Door(path, JSON, body.getBytes(UTF_8), 1 << 20);
  }

  /** Announces a body, sends half of it, hangs up, and returns what came back. */
  private String sendHalf(Door door) throws IOException {
    try (Socket socket = announce(door)) {
      socket.getOutputStream().write(door.body(), 0, door.body().length / 2);
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  /** A connection with all of the request but its body. */
  private Socket announce(Door door) throws IOException {
    Socket socket = new Socket("127.0.0.1", registry.port());
    String head =
        "POST /api/v1/%s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nContent-Type: %s\r\n"
                .formatted(door.path(), gxca.basic(), door.type())
            + "Connection: close\r\nContent-Length: "
            + door.body().length
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(UTF_8));
    return socket;
  }

  private Map<String, Long> counts() throws Exception {
    DatabaseConnection database = registry.database();
    Map<String, Long> counts = new LinkedHashMap<>();
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.user(), database.password())) {
      for (String table : TABLES) {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT COUNT(*) FROM " + table);
            ResultSet row = query.executeQuery()) {
          assertThat(row.next()).isTrue();
          counts.put(table, row.getLong(1));
        }
      }
    }
    return counts;
  }
}
