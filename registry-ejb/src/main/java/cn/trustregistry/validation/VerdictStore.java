package cn.trustregistry.validation;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Writes verdict records, many in one transaction. */
final class VerdictStore {
  private static final String INSERT =
      "INSERT INTO verdict (id, centre, client_id, decided_at, asked_at, certificate, tenant,"
          + " category, stage, listed_on, verdict, sof_code, rule_book, first_reason, answer,"
          + " project, sealed_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String INSERT_CERTIFICATE =
      "INSERT IGNORE INTO presented_certificate (sha256, der, first_seen_at) VALUES (?, ?, ?)";

  private static final String INSERT_PROJECT =
      "INSERT IGNORE INTO project_certificate"
          + " (centre, project, certificate, tenant, first_asked_at) VALUES (?, ?, ?, ?, ?)";

  private final DataSource dataSource;

  VerdictStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Stores all of them or none; when it returns, they survive a crash. */
  void write(List<VerdictRecord> records) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        insertCertificates(connection, records);
        insertVerdicts(connection, records);
        insertProjectCertificates(connection, records);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static void insertVerdicts(Connection connection, List<VerdictRecord> records)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (VerdictRecord r : records) {
        insert.setString(1, r.id());
        insert.setString(2, r.centre());
        insert.setString(3, r.clientId());
        insert.setObject(4, utc(r.decidedAt()));
        insert.setObject(5, utc(r.askedAt()));
        insert.setString(6, r.certificate());
        insert.setString(7, r.tenant());
        insert.setString(8, r.category());
        insert.setString(9, r.stage());
        insert.setDate(10, r.listedOn() == null ? null : Date.valueOf(r.listedOn()));
        insert.setString(11, r.verdict());
        insert.setInt(12, r.sofCode());
        insert.setLong(13, r.ruleBook());
        insert.setString(14, r.firstReason());
        insert.setString(15, r.answer());
        insert.setString(16, r.project());
        insert.setObject(17, r.sealedAt() == null ? null : utc(r.sealedAt()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void insertCertificates(Connection connection, List<VerdictRecord> records)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_CERTIFICATE)) {
      boolean any = false;
      for (VerdictRecord record : records) {
        if (record.der() != null) {
          insert.setString(1, record.certificate());
          insert.setBytes(2, record.der());
          insert.setObject(3, utc(record.decidedAt()));
          insert.addBatch();
          any = true;
        }
      }
      if (any) {
        insert.executeBatch();
      }
    }
  }

  /** What bids of a project are encrypted to, so that it can be told when that is endangered. */
  private static void insertProjectCertificates(Connection connection, List<VerdictRecord> records)
      throws SQLException {
    List<VerdictRecord> bids = records.stream().filter(VerdictRecord::isBidOfProject).toList();
    if (bids.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT_PROJECT)) {
      for (VerdictRecord bid : bids) {
        insert.setString(1, bid.centre());
        insert.setString(2, bid.project());
        insert.setString(3, bid.certificate());
        insert.setString(4, bid.tenant());
        insert.setObject(5, utc(bid.decidedAt()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
