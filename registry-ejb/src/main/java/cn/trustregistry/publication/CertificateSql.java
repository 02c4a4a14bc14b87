package cn.trustregistry.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Inserts many certificates in one statement; entities would be inserted one by one. */
final class CertificateSql {
  private static final String INSERT =
      "INSERT INTO certificate (sha256, tenant, issuer_sha256, serial, subject, uscc, holder_kind,"
          + " medium, profile, role, not_before, not_after, der, published_at, published_by,"
          + " public_key, holder, pair_sha256, warnings)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private CertificateSql() {}

  static void insert(Connection connection, List<CertificateRow> rows) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (CertificateRow row : rows) {
        set(insert, row);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void set(PreparedStatement insert, CertificateRow row) throws SQLException {
    insert.setString(1, row.sha256);
    insert.setString(2, row.tenant);
    insert.setString(3, row.issuerSha256);
    insert.setString(4, row.serial);
    insert.setString(5, row.subject);
    insert.setString(6, row.uscc);
    insert.setString(7, row.holderKind);
    insert.setString(8, row.medium);
    insert.setString(9, row.profile);
    insert.setString(10, row.role);
    insert.setObject(11, utc(row.notBefore));
    insert.setObject(12, utc(row.notAfter));
    insert.setBytes(13, row.der);
    insert.setObject(14, utc(row.publishedAt));
    insert.setString(15, row.publishedBy);
    insert.setString(16, row.publicKey);
    insert.setString(17, row.holder);
    insert.setString(18, row.pairSha256);
    insert.setString(19, row.warnings);
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
