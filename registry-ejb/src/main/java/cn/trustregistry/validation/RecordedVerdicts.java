package cn.trustregistry.validation;

import cn.trustregistry.database.RegistryDataSource;
import cn.trustregistry.pki.Verdict;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads many records back, newest first, page by page: ids are in the order of time. */
@ApplicationScoped
public class RecordedVerdicts {
  /** What the rules themselves had to say is left out of what did not pass beside them. */
  private static final String RULES = "Recognition rules";

  private static final int AT_ONCE = 500;

  private static final String COUNT =
      "SELECT COUNT(*) FROM (SELECT 1 FROM verdict WHERE id >= ? LIMIT ?) recent";
  private static final String PAGE =
      "SELECT id, centre, client_id, decided_at, asked_at, sealed_at, certificate, tenant,"
          + " category, stage, listed_on, project, verdict, rule_book FROM verdict"
          + " WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT ?";
  private static final String ANSWERS = "SELECT id, answer FROM verdict WHERE id IN ";

  @Resource(lookup = RegistryDataSource.JNDI_NAME)
  DataSource dataSource;

  /** How many there are since then; no more than {@code most} are counted. */
  public long count(Instant since, long most) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(COUNT)) {
      query.setString(1, firstId(since));
      query.setLong(2, most);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the verdicts cannot be counted", e);
    }
  }

  /**
   * @param below id of the last one of the page before; null for the newest page
   */
  public List<RecordedVerdict> before(@Nullable String below, Instant since, int most) {
    List<RecordedVerdict> page = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(PAGE)) {
      query.setString(1, firstId(since));
      query.setString(2, below == null ? "g" : below);
      query.setInt(3, most);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          page.add(verdict(row));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the verdicts cannot be read", e);
    }
    return page;
  }

  /** What each of them would have been if the rules had recognised the use. */
  public Map<RecordedVerdict, Verdict> withoutRules(List<RecordedVerdict> verdicts) {
    Map<RecordedVerdict, Verdict> others = new HashMap<>();
    try (Connection connection = dataSource.getConnection()) {
      for (int from = 0; from < verdicts.size(); from += AT_ONCE) {
        List<RecordedVerdict> some =
            verdicts.subList(from, Math.min(verdicts.size(), from + AT_ONCE));
        readAnswers(connection, some, others);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the verdicts cannot be read", e);
    }
    return others;
  }

  private static void readAnswers(
      Connection connection, List<RecordedVerdict> some, Map<RecordedVerdict, Verdict> others)
      throws SQLException {
    Map<String, RecordedVerdict> byId = new HashMap<>();
    some.forEach(verdict -> byId.put(verdict.id(), verdict));
    String places = String.join(",", Collections.nCopies(some.size(), "?"));
    try (PreparedStatement query = connection.prepareStatement(ANSWERS + "(" + places + ")")) {
      for (int i = 0; i < some.size(); i++) {
        query.setString(i + 1, some.get(i).id());
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          RecordedVerdict verdict = byId.get(row.getString(1));
          if (verdict != null) {
            others.put(verdict, withoutRules(row.getString(2)));
          }
        }
      }
    }
  }

  static Verdict withoutRules(String answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      List<JsonObject> reasons =
          reader.readObject().getJsonArray("reasons").getValuesAs(JsonObject.class);
      boolean sealingUnknown =
          reasons.stream().anyMatch(r -> r.getString("code").equals("SEALING_TIME_NEEDED"));
      Verdict worst = Verdict.VALID;
      for (JsonObject reason : reasons) {
        if (reason.getString("standard").equals(RULES)) {
          continue;
        }
        if (reason.getString("effect").equals(Verdict.INVALID.name())
            && !(sealingUnknown && Decision.mayHaveComeSince(reason.getString("code")))) {
          return Verdict.INVALID;
        }
        worst = Verdict.INDETERMINATE;
      }
      return worst;
    }
  }

  /** The lowest UUID version 7 of that millisecond (RFC 9562 5.7). */
  private static String firstId(Instant since) {
    return new UUID(since.toEpochMilli() << 16, 0).toString();
  }

  private static RecordedVerdict verdict(ResultSet row) throws SQLException {
    Instant asked = time(row, "asked_at");
    LocalDateTime sealed = row.getObject("sealed_at", LocalDateTime.class);
    Date listedOn = row.getDate("listed_on");
    return new RecordedVerdict(
        row.getString("id"),
        row.getString("centre"),
        row.getString("client_id"),
        time(row, "decided_at"),
        asked,
        sealed == null ? asked : sealed.toInstant(ZoneOffset.UTC),
        row.getString("certificate"),
        row.getString("tenant"),
        row.getString("category"),
        row.getString("stage"),
        listedOn == null ? null : listedOn.toLocalDate(),
        row.getString("project"),
        row.getString("verdict"),
        row.getLong("rule_book"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
