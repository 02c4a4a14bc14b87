package cn.trustregistry.it;

import static cn.trustregistry.it.DemoClient.first;
import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.pki.Digests;
import cn.trustregistry.server.EmbeddedDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The registry on an external database that is lost and comes back; then the server is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LostDatabaseIT {
  private static final Path ROOT = TestServers.WORK.resolve("process/lost-database");
  private static final String CERTIFICATE = "gxca/new-rsa-sign.pem";

  private EmbeddedDatabase database;
  private RegistryProcess registry;
  private DemoClient client;

  @BeforeAll
  void start() throws Exception {
    database = startDatabase();
    registry = RegistryProcess.named("lost").on(database.connection()).start();
    client = DemoClient.of(registry);
  }

  @AfterAll
  void end() throws Exception {
    registry.close();
    database.stop();
  }

  @Test
  @Order(1)
  void without_its_database_the_registry_gives_no_verdict_and_says_why() throws Exception {
    assertThat(publish().statusCode()).isEqualTo(201);
    assertThat(first(ask(), "verdict")).isEqualTo("VALID");
    killDatabase();
    HttpResponse<String> answer = ask();
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("RegistryUnavailable").doesNotContain("verdict>");
    assertThat(first(answer, "code")).isEqualTo("RECORD_NOT_DURABLE");
    HttpResponse<String> health = client.send(client.request("health/ready").GET());
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("DATABASE_LOST");
    assertThat(revoke().statusCode()).isEqualTo(500);
  }

  @Test
  @Order(2)
  void when_the_database_is_back_verdicts_are_and_what_was_not_acknowledged_is_not_in_force()
      throws Exception {
    database = startDatabase();
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    HttpResponse<String> answer = ask();
    while (answer.statusCode() != 200 && Instant.now().isBefore(end)) {
      Thread.sleep(500);
      answer = ask();
    }
    assertThat(first(answer, "verdict")).as(answer.body()).isEqualTo("VALID");
  }

  @Test
  @Order(3)
  void acknowledged_revocation_survives_the_loss_of_server_and_database() throws Exception {
    assertThat(revoke().statusCode()).isEqualTo(201);
    registry.killServer();
    killDatabase();
    registry.awaitEnd();
    database = startDatabase();
    registry.on(database.connection()).start();
    assertThat(first(ask(), "verdict")).isEqualTo("INVALID");
    assertThat(ask().body()).contains("CERTIFICATE_REVOKED", "NOTICE");
  }

  private static EmbeddedDatabase startDatabase() throws Exception {
    return EmbeddedDatabase.start(TestServers.DIST.resolve("mariadb"), ROOT);
  }

  private static void killDatabase() {
    ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
        .filter(process -> process.info().commandLine().orElse("").contains(ROOT.toString()))
        .forEach(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }

  private HttpResponse<String> publish() {
    return client.post(
        "gxca-client",
        "api/v1/certificates?holderKind=UNIT&medium=USB_KEY",
        "application/x-pem-file",
        client.file(CERTIFICATE));
  }

  private HttpResponse<String> revoke() {
    String sha256 = Digests.sha256(client.der(CERTIFICATE));
    return client.post(
        "gxca-client",
        "api/v1/revocations",
        "application/json",
        ("{\"certificate\":\"" + sha256 + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> ask() {
    return client.ask(CERTIFICATE, "0101", "LOGIN");
  }
}
