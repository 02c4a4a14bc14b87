package cn.trustregistry.it;

import static org.assertj.core.api.Assertions.assertThat;

import cn.trustregistry.server.DatabaseConnection;
import cn.trustregistry.server.EmbeddedDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One data directory through its life; each test goes on from where the one before left it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfTheServerIT {

  private final RegistryProcess registry = RegistryProcess.named("life");

  @AfterAll
  void end() throws Exception {
    registry.close();
  }

  @Test
  @Order(1)
  void first_start_serves_and_shows_every_door() throws Exception {
    registry.start();

    assertThat(health(registry)).isEqualTo(200);
    assertThat(registry.output())
        .contains(
            "starting database ... ready in",
            "starting server ... ready in",
            registry.base() + "console/",
            registry.base() + "soap/v1/validation?wsdl",
            registry.base() + "openapi",
            registry.base() + "health");
    leaveMark(registry.database());
  }

  @Test
  @Order(2)
  void ctrl_c_ends_server_and_database_and_leaves_no_process() throws Exception {
    registry.interrupt();

    assertThat(registry.output())
        .contains("stopping server ... stopped in", "stopping database ... stopped in");
    assertThat(registry.processes()).isEmpty();
  }

  @Test
  @Order(3)
  void second_start_finds_its_data_again() throws Exception {
    registry.start();

    assertThat(mark(registry.database())).isEqualTo("互认");
  }

  @Test
  @Order(4)
  void start_after_a_killed_launcher_stops_what_it_left_and_serves() throws Exception {
    registry.killLauncher();
    assertThat(registry.processes()).as("left behind").hasSize(2);

    registry.start();

    assertThat(registry.output())
        .contains("stopped the server (process", "stopped the database (process");
    assertThat(registry.processes()).as("launcher, server, database").hasSize(3);
    assertThat(health(registry)).isEqualTo(200);
    assertThat(mark(registry.database())).isEqualTo("互认");
  }

  @Test
  @Order(5)
  void killed_database_ends_the_whole_tree_with_exit_code_1() throws Exception {
    registry.killDatabase();

    assertThat(registry.awaitEnd()).isEqualTo(1);
    assertThat(registry.output()).contains("The database ended unexpectedly");
    assertThat(registry.processes()).isEmpty();
  }

  @Test
  @Order(6)
  void committed_data_survives_the_killed_database() throws Exception {
    EmbeddedDatabase again =
        EmbeddedDatabase.start(TestServers.DIST.resolve("mariadb"), registry.data());
    try {
      assertThat(mark(again.connection())).isEqualTo("互认");
    } finally {
      again.stop();
    }
  }

  @Test
  @Order(7)
  void production_on_an_external_database_starts_no_database_and_shows_no_credentials()
      throws Exception {
    EmbeddedDatabase external =
        EmbeddedDatabase.start(
            TestServers.DIST.resolve("mariadb"), TestServers.WORK.resolve("process/external"));
    try (RegistryProcess production =
        RegistryProcess.named("production").with("--production").on(external.connection())) {
      production.start();

      assertThat(health(production)).isEqualTo(200);
      assertThat(production.output()).doesNotContain("starting database");
      assertThat(production.data().resolve("mariadb")).doesNotExist();
      assertThat(production.data().resolve("demo")).doesNotExist();

      production.killServer();

      assertThat(production.awaitEnd()).isEqualTo(1);
      assertThat(production.output()).contains("The server ended unexpectedly");
      assertThat(production.processes()).isEmpty();
    } finally {
      external.stop();
    }
  }

  private static int health(RegistryProcess registry) throws Exception {
    HttpRequest question = HttpRequest.newBuilder(registry.base().resolve("health/ready")).build();
    HttpResponse<Void> answer =
        HttpClient.newHttpClient().send(question, BodyHandlers.discarding());
    return answer.statusCode();
  }

  private static void leaveMark(DatabaseConnection database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("create table mark (word varchar(10))");
      statement.execute("insert into mark values ('互认')");
    }
  }

  private static String mark(DatabaseConnection database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select word from mark")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static Connection connect(DatabaseConnection database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
