package cn.trustregistry.web.health;

import cn.trustregistry.database.RegistryDataSource;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers; without it no record is durable, so no verdict leaves. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {
  private static final int SECONDS = 3;

  @Resource(lookup = RegistryDataSource.JNDI_NAME)
  DataSource dataSource;

  @Override
  public HealthCheckResponse call() {
    try (Connection connection = dataSource.getConnection()) {
      if (connection.isValid(SECONDS)) {
        return HealthCheckResponse.named("database").up().build();
      }
    } catch (SQLException unreachable) {
      // the reason below says it; the driver's own words may carry addresses
    }
    return HealthCheckResponse.named("database").down().withData("reason", "DATABASE_LOST").build();
  }
}
