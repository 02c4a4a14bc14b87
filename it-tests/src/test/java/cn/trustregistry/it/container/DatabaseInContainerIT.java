package cn.trustregistry.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class DatabaseInContainerIT {

  @Inject BeanManager beans;

  @Resource(lookup = "java:app/jdbc/registry")
  DataSource registry;

  @Test
  void beans_of_the_application_are_visible_to_a_test_inside_the_server() {
    assertThat(beans).isNotNull();
  }

  @Test
  void each_commit_is_on_disk_before_it_is_acknowledged() throws Exception {
    try (Connection connection = registry.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select @@innodb_flush_log_at_trx_commit, @@character_set_database, @@version")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isEqualTo(1);
      assertThat(row.getString(2)).isEqualTo("utf8mb4");
      assertThat(row.getString(3)).contains("MariaDB");
    }
  }
}
