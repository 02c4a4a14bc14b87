package cn.trustregistry.validation;

import cn.trustregistry.database.RegistryDataSource;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the newest records back, for people who watch. */
@ApplicationScoped
public class LatestVerdicts {
  private static final String QUERY =
      "SELECT id, decided_at, centre, certificate, category, stage, verdict, first_reason"
          + " FROM verdict ORDER BY decided_at DESC, id DESC LIMIT ?";

  @Resource(lookup = RegistryDataSource.JNDI_NAME)
  DataSource dataSource;

  /**
   * @param most how many at the most, newest first
   */
  public List<VerdictSummary> read(int most) {
    List<VerdictSummary> verdicts = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setInt(1, most);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          verdicts.add(read(row));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the verdicts cannot be read", e);
    }
    return verdicts;
  }

  static VerdictSummary read(ResultSet row) throws SQLException {
    return new VerdictSummary(
        row.getString("id"),
        row.getObject("decided_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getString("centre"),
        row.getString("certificate"),
        row.getString("category"),
        row.getString("stage"),
        row.getString("verdict"),
        row.getString("first_reason"));
  }
}
