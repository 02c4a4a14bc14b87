package cn.trustregistry.validation;

import cn.trustregistry.database.RegistryDataSource;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts the verdicts of the last hour, minute by minute, for people who watch. A minute that is
 * over is counted once and remembered, so that watching costs what happened lately and not what
 * happened.
 */
@ApplicationScoped
public class VerdictFigures {
  private static final Duration SPAN = Duration.ofHours(1);

  /** A record may become visible so much later than it was decided. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private static final String QUERY =
      "SELECT DATE_FORMAT(decided_at, '%Y-%m-%dT%H:%i:00') AS minute, centre, tenant, verdict,"
          + " first_reason, COUNT(*) AS many FROM verdict WHERE decided_at >= ?"
          + " GROUP BY 1, 2, 3, 4, 5";

  /**
   * How many verdicts of one kind were given in one minute.
   *
   * @param tenant the company whose certificate it was; null if nobody published it
   * @param reason code of the first reason; null for VALID
   */
  public record Count(
      Instant minute,
      String centre,
      @Nullable String tenant,
      String verdict,
      @Nullable String reason,
      long many) {}

  @Resource(lookup = RegistryDataSource.JNDI_NAME)
  DataSource dataSource;

  private List<Count> known = List.of();
  private Instant knownTo = Instant.EPOCH;

  /** Everything of the last hour, up to the running minute. */
  public synchronized List<Count> lastHour(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    Instant from = minute.minus(SPAN);
    Instant again = later(from, knownTo.minus(LATE));
    List<Count> counts = new ArrayList<>();
    for (Count count : known) {
      if (!count.minute().isBefore(from) && count.minute().isBefore(again)) {
        counts.add(count);
      }
    }
    counts.addAll(read(again));
    known = List.copyOf(counts);
    knownTo = minute;
    return known;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private List<Count> read(Instant from) {
    List<Count> counts = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setObject(1, LocalDateTime.ofInstant(from, ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          counts.add(read(row));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the verdicts cannot be counted", e);
    }
    return counts;
  }

  private static Count read(ResultSet row) throws SQLException {
    return new Count(
        LocalDateTime.parse(row.getString("minute")).toInstant(ZoneOffset.UTC),
        row.getString("centre"),
        row.getString("tenant"),
        row.getString("verdict"),
        row.getString("first_reason"),
        row.getLong("many"));
  }
}
