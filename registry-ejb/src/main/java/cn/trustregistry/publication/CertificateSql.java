package cn.trustregistry.publication;

import cn.trustregistry.database.ManyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Inserts the certificates of a batch. */
final class CertificateSql {
  private static final ManyRows<CertificateRow> ROWS =
      new ManyRows<>(
          "INSERT INTO certificate (sha256, tenant, issuer_sha256, serial, subject, uscc,"
              + " holder_kind, medium, profile, role, not_before, not_after, der, published_at,"
              + " published_by, public_key, holder, pair_sha256, warnings)",
          19,
          CertificateSql::set);

  private CertificateSql() {}

  static void insert(Connection connection, List<CertificateRow> rows) throws SQLException {
    ROWS.insert(connection, rows);
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
