package cn.trustregistry.validation;

import cn.trustregistry.database.RegistryDataSource;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads single answers back, as their records keep them. */
@ApplicationScoped
public class KeptAnswers {
  /**
   * An answer that was given.
   *
   * @param centre GB/T 2260 code of the centre that asked
   * @param json the whole answer
   */
  public record KeptAnswer(String recordId, String centre, String json) {}

  @Resource(lookup = RegistryDataSource.JNDI_NAME)
  DataSource dataSource;

  /** Empty if there is no such record. */
  public Optional<KeptAnswer> find(String recordId) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT centre, answer FROM verdict WHERE id = ?")) {
      query.setString(1, recordId);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new KeptAnswer(recordId, row.getString(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }
}
