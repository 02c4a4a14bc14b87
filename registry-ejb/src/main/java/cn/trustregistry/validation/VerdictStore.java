package cn.trustregistry.validation;

import cn.trustregistry.database.ManyRows;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Writes verdict records, many in one transaction. */
final class VerdictStore {
  private static final ManyRows<VerdictRecord> VERDICTS =
      new ManyRows<>(
          "INSERT INTO verdict (id, centre, client_id, decided_at, asked_at, certificate, tenant,"
              + " category, stage, listed_on, verdict, sof_code, rule_book, first_reason, answer,"
              + " project, sealed_at)",
          17,
          VerdictStore::setVerdict);
  private static final ManyRows<VerdictRecord> CERTIFICATES =
      new ManyRows<>(
          "INSERT IGNORE INTO presented_certificate (sha256, der, first_seen_at)",
          3,
          VerdictStore::setCertificate);

  /** What bids of a project are encrypted to, so that it can be told when that is endangered. */
  private static final ManyRows<VerdictRecord> PROJECT_CERTIFICATES =
      new ManyRows<>(
          "INSERT IGNORE INTO project_certificate"
              + " (centre, project, certificate, tenant, first_asked_at)",
          5,
          VerdictStore::setProjectCertificate);

  private final DataSource dataSource;

  VerdictStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Stores all of them or none; when it returns, they survive a crash. */
  void write(List<VerdictRecord> records) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        CERTIFICATES.insert(connection, those(records, record -> record.der() != null));
        VERDICTS.insert(connection, records);
        PROJECT_CERTIFICATES.insert(connection, those(records, VerdictRecord::isBidOfProject));
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static List<VerdictRecord> those(
      List<VerdictRecord> records, Predicate<VerdictRecord> wanted) {
    return records.stream().filter(wanted).toList();
  }

  private static void setVerdict(PreparedStatement insert, int before, VerdictRecord r)
      throws SQLException {
    insert.setString(before + 1, r.id());
    insert.setString(before + 2, r.centre());
    insert.setString(before + 3, r.clientId());
    insert.setObject(before + 4, utc(r.decidedAt()));
    insert.setObject(before + 5, utc(r.askedAt()));
    insert.setString(before + 6, r.certificate());
    insert.setString(before + 7, r.tenant());
    insert.setString(before + 8, r.category());
    insert.setString(before + 9, r.stage());
    insert.setDate(before + 10, r.listedOn() == null ? null : Date.valueOf(r.listedOn()));
    insert.setString(before + 11, r.verdict());
    insert.setInt(before + 12, r.sofCode());
    insert.setLong(before + 13, r.ruleBook());
    insert.setString(before + 14, r.firstReason());
    insert.setString(before + 15, r.answer());
    insert.setString(before + 16, r.project());
    insert.setObject(before + 17, r.sealedAt() == null ? null : utc(r.sealedAt()));
  }

  private static void setCertificate(PreparedStatement insert, int before, VerdictRecord record)
      throws SQLException {
    insert.setString(before + 1, record.certificate());
    insert.setBytes(before + 2, record.der());
    insert.setObject(before + 3, utc(record.decidedAt()));
  }

  private static void setProjectCertificate(PreparedStatement insert, int before, VerdictRecord bid)
      throws SQLException {
    insert.setString(before + 1, bid.centre());
    insert.setString(before + 2, bid.project());
    insert.setString(before + 3, bid.certificate());
    insert.setString(before + 4, bid.tenant());
    insert.setObject(before + 5, utc(bid.decidedAt()));
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
