package cn.trustregistry.validation;

import cn.trustregistry.database.RegistryDataSource;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads back verdicts that were given: those on one certificate, and single ones. */
@ApplicationScoped
public class VerdictHistory {
  /** A reason as it was recorded. */
  public record Told(String code, Map<String, String> evidence) {}

  /** A verdict with every reason that was given for it. */
  public record Given(VerdictSummary verdict, List<Told> reasons) {}

  private static final String COLUMNS =
      "SELECT id, decided_at, centre, certificate, category, stage, verdict, first_reason, answer"
          + " FROM verdict WHERE ";

  private static final String QUERY =
      COLUMNS
          + "certificate = ? AND (? IS NULL OR centre = ?)"
          + " ORDER BY decided_at DESC, id DESC LIMIT ?";

  @Resource(lookup = RegistryDataSource.JNDI_NAME)
  DataSource dataSource;

  /**
   * @param sha256 fingerprint of the certificate
   * @param centre the only centre whose verdicts are wanted; null for all
   * @param most how many at the most, newest first
   */
  public List<Given> of(String sha256, @Nullable String centre, int most) {
    List<Given> given = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setString(1, sha256);
      query.setString(2, centre);
      query.setString(3, centre);
      query.setInt(4, most);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          given.add(new Given(LatestVerdicts.read(row), reasons(row.getString("answer"))));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the verdicts cannot be read", e);
    }
    return given;
  }

  /** The verdict of a record; empty if there is no such record. */
  public Optional<VerdictSummary> find(String recordId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(COLUMNS + "id = ?")) {
      query.setString(1, recordId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(LatestVerdicts.read(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the verdicts cannot be read", e);
    }
  }

  static List<Told> reasons(String answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      return reader.readObject().getJsonArray("reasons").getValuesAs(JsonObject.class).stream()
          .map(reason -> new Told(reason.getString("code"), facts(reason)))
          .toList();
    }
  }

  private static Map<String, String> facts(JsonObject reason) {
    JsonObject evidence = reason.getJsonObject("evidence");
    Map<String, String> facts = new LinkedHashMap<>();
    evidence.keySet().forEach(name -> facts.put(name, evidence.getString(name)));
    return facts;
  }
}
