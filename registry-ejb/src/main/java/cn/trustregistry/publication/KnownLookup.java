package cn.trustregistry.publication;

import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what a batch has to be compared with, a few statements for the whole batch.
 *
 * <p>Each names its index: statistics lag behind a bulk publication, and a table that was small
 * when they were made is then read from its beginning for every batch.
 */
final class KnownLookup {
  private static final String CERTIFICATE =
      "SELECT sha256, issuer_sha256, serial, holder_kind, medium, profile, role, holder,"
          + " pair_sha256, warnings FROM certificate FORCE INDEX ";

  private final Connection connection;
  private final String tenant;
  private final Instant at;

  KnownLookup(Connection connection, String tenant, Instant at) {
    this.connection = connection;
    this.tenant = tenant;
    this.at = at;
  }

  Known known(List<Draft.Fit> batch) throws SQLException {
    return new Known(bySerial(batch), pairs(batch), holdersOfKeys(batch), encrypting(batch));
  }

  private Map<String, KnownCertificate> bySerial(List<Draft.Fit> batch) throws SQLException {
    Map<String, Set<String>> serials =
        batch.stream()
            .collect(
                Collectors.groupingBy(
                    fit -> fit.issuer().sha256(),
                    Collectors.mapping(
                        fit -> fit.certificate().serial().toString(16), Collectors.toSet())));
    Map<String, KnownCertificate> found = new HashMap<>();
    for (Map.Entry<String, Set<String>> each : serials.entrySet()) {
      String sql =
          CERTIFICATE
              + "(certificate_issuer_serial) WHERE issuer_sha256 = ? AND serial IN "
              + in(each.getValue());
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        select.setString(1, each.getKey());
        set(select, 2, each.getValue());
        for (ResultSet row = select.executeQuery(); row.next(); ) {
          KnownCertificate certificate = certificate(row);
          found.put(Known.place(each.getKey(), certificate.serial()), certificate);
        }
      }
    }
    return found;
  }

  private Map<String, KnownCertificate> pairs(List<Draft.Fit> batch) throws SQLException {
    Set<String> named = new HashSet<>();
    batch.stream().map(Draft.Fit::pair).filter(pair -> pair != null).forEach(named::add);
    Map<String, KnownCertificate> found = new HashMap<>();
    if (named.isEmpty()) {
      return found;
    }
    String sql = CERTIFICATE + "(sha256) WHERE tenant = ? AND sha256 IN " + in(named);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, tenant);
      set(select, 2, named);
      for (ResultSet row = select.executeQuery(); row.next(); ) {
        KnownCertificate certificate = certificate(row);
        found.put(certificate.sha256(), certificate);
      }
    }
    return found;
  }

  private Map<String, Set<String>> holdersOfKeys(List<Draft.Fit> batch) throws SQLException {
    Set<String> keys =
        batch.stream()
            .map(fit -> fit.certificate().publicKey().sha256())
            .collect(Collectors.toSet());
    Map<String, Set<String>> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    String sql =
        "SELECT DISTINCT public_key, holder FROM certificate FORCE INDEX (certificate_public_key)"
            + " WHERE holder IS NOT NULL AND public_key IN "
            + in(keys);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      set(select, 1, keys);
      for (ResultSet row = select.executeQuery(); row.next(); ) {
        found.computeIfAbsent(row.getString(1), key -> new HashSet<>(1)).add(row.getString(2));
      }
    }
    return found;
  }

  private Set<String> encrypting(List<Draft.Fit> batch) throws SQLException {
    Set<String> holders =
        batch.stream()
            .filter(fit -> fit.role() == CertificateRole.SIGNING)
            .map(Draft.Fit::holder)
            .collect(Collectors.toSet());
    Set<String> found = new HashSet<>();
    if (holders.isEmpty()) {
      return found;
    }
    String sql =
        "SELECT DISTINCT holder, medium FROM certificate FORCE INDEX (certificate_holder)"
            + " WHERE tenant = ? AND role = 'ENCRYPTION' AND not_after >= ? AND holder IN "
            + in(holders);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, tenant);
      select.setObject(2, CertificateSql.utc(at));
      set(select, 3, holders);
      for (ResultSet row = select.executeQuery(); row.next(); ) {
        found.add(Known.twin(row.getString(1), row.getString(2)));
      }
    }
    return found;
  }

  private static KnownCertificate certificate(ResultSet row) throws SQLException {
    return new KnownCertificate(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        new CertificateAttributes(
            HolderKind.valueOf(row.getString(4)),
            Medium.valueOf(row.getString(5)),
            Profile.valueOf(row.getString(6))),
        CertificateRole.valueOf(row.getString(7)),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }

  private static String in(Collection<String> values) {
    return values.stream().map(value -> "?").collect(Collectors.joining(",", "(", ")"));
  }

  private static void set(PreparedStatement select, int from, Collection<String> values)
      throws SQLException {
    int index = from;
    for (String value : values) {
      select.setString(index++, value);
    }
  }
}
