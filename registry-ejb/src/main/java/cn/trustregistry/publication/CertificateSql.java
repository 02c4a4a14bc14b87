package cn.trustregistry.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

/**
 * Inserts many certificates in few statements; entities would be inserted one by one, and a JDBC
 * batch is a statement a row for MariaDB to parse.
 */
final class CertificateSql {
  /**
   * Rows of one statement: fifty of the largest certificates are less than 16 MiB, what a MariaDB
   * takes if it was not told otherwise.
   */
  private static final int ROWS = 50;

  private static final String INSERT =
      "INSERT INTO certificate (sha256, tenant, issuer_sha256, serial, subject, uscc, holder_kind,"
          + " medium, profile, role, not_before, not_after, der, published_at, published_by,"
          + " public_key, holder, pair_sha256, warnings) VALUES ";

  private static final int COLUMNS = 19;
  private static final String ROW = "(" + "?,".repeat(COLUMNS - 1) + "?)";

  private CertificateSql() {}

  static void insert(Connection connection, List<CertificateRow> rows) throws SQLException {
    for (int from = 0; from < rows.size(); from += ROWS) {
      insertAtOnce(connection, rows.subList(from, Math.min(from + ROWS, rows.size())));
    }
  }

  private static void insertAtOnce(Connection connection, List<CertificateRow> rows)
      throws SQLException {
    String sql = INSERT + String.join(",", Collections.nCopies(rows.size(), ROW));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < rows.size(); i++) {
        set(insert, i * COLUMNS, rows.get(i));
      }
      insert.executeUpdate();
    }
  }

  private static void set(PreparedStatement insert, int before, CertificateRow row)
      throws SQLException {
    insert.setString(before + 1, row.sha256);
    insert.setString(before + 2, row.tenant);
    insert.setString(before + 3, row.issuerSha256);
    insert.setString(before + 4, row.serial);
    insert.setString(before + 5, row.subject);
    insert.setString(before + 6, row.uscc);
    insert.setString(before + 7, row.holderKind);
    insert.setString(before + 8, row.medium);
    insert.setString(before + 9, row.profile);
    insert.setString(before + 10, row.role);
    insert.setObject(before + 11, utc(row.notBefore));
    insert.setObject(before + 12, utc(row.notAfter));
    insert.setBytes(before + 13, row.der);
    insert.setObject(before + 14, utc(row.publishedAt));
    insert.setString(before + 15, row.publishedBy);
    insert.setString(before + 16, row.publicKey);
    insert.setString(before + 17, row.holder);
    insert.setString(before + 18, row.pairSha256);
    insert.setString(before + 19, row.warnings);
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
