package cn.trustregistry.receipt.issuing;

import cn.trustregistry.database.RegistryDataSource;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Keeps receipts; each statement is durable when it returns. */
@ApplicationScoped
public class ReceiptStore {
  private static final String FIND =
      "SELECT record_id, jws, time_stamp, stamp_problem, next_stamp_at IS NOT NULL"
          + " FROM receipt WHERE ";

  /** The first one that was signed for a record stays. */
  private static final String INSERT =
      "INSERT IGNORE INTO receipt (record_id, kid, jws, signed_at, next_stamp_at)"
          + " VALUES (?, ?, ?, ?, ?)";

  private static final String STAMP =
      "UPDATE receipt SET time_stamp = ?, stamp_problem = NULL, next_stamp_at = NULL"
          + " WHERE record_id = ? AND time_stamp IS NULL";

  /** Twice as long after each failure, from a minute up to some seventeen hours. */
  private static final String FAIL =
      "UPDATE receipt SET stamp_problem = ?, stamp_attempts = stamp_attempts + 1,"
          + " next_stamp_at = ? + INTERVAL (1 << LEAST(stamp_attempts, 10)) MINUTE"
          + " WHERE record_id = ? AND time_stamp IS NULL";

  @Resource(lookup = RegistryDataSource.JNDI_NAME)
  DataSource dataSource;

  Optional<KeptReceipt> find(String recordId) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(FIND + "record_id = ?")) {
      query.setString(1, recordId);
      return read(query).stream().findFirst();
    }
  }

  /** Those of these records that have a receipt. */
  Set<String> among(Collection<String> recordIds) throws SQLException {
    if (recordIds.isEmpty()) {
      return Set.of();
    }
    String places = String.join(", ", Collections.nCopies(recordIds.size(), "?"));
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT record_id FROM receipt WHERE record_id IN (" + places + ")")) {
      int place = 0;
      for (String recordId : recordIds) {
        query.setString(++place, recordId);
      }
      Set<String> found = new HashSet<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
      return found;
    }
  }

  /**
   * @param stamped whether the authority is to be asked for a time-stamp
   */
  void keep(String recordId, String kid, String jws, Instant at, boolean stamped)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, recordId);
      insert.setString(2, kid);
      insert.setString(3, jws);
      insert.setObject(4, utc(at));
      insert.setObject(5, stamped ? utc(at) : null);
      insert.executeUpdate();
    }
  }

  /** Those the authority is to be asked about now, the longest waiting first. */
  List<KeptReceipt> due(Instant at, int most) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                FIND + "next_stamp_at <= ? ORDER BY next_stamp_at LIMIT ?")) {
      query.setObject(1, utc(at));
      query.setInt(2, most);
      return read(query);
    }
  }

  void stamp(String recordId, byte[] token) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(STAMP)) {
      update.setBytes(1, token);
      update.setString(2, recordId);
      update.executeUpdate();
    }
  }

  void stampFailed(String recordId, String problem, Instant at) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(FAIL)) {
      update.setString(1, problem.substring(0, Math.min(problem.length(), 500)));
      update.setObject(2, utc(at));
      update.setString(3, recordId);
      update.executeUpdate();
    }
  }

  private static List<KeptReceipt> read(PreparedStatement query) throws SQLException {
    List<KeptReceipt> receipts = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        receipts.add(
            new KeptReceipt(
                row.getString(1),
                row.getString(2),
                row.getBytes(3),
                row.getString(4),
                row.getBoolean(5)));
      }
    }
    return receipts;
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
