package cn.trustregistry.dashboard;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.dashboard.Figures.Certificates;
import cn.trustregistry.dashboard.Figures.Verdicts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Counts. */
@ApplicationScoped
public class Dashboards {
  /** Longest time over which verdicts are counted. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** The figures were not counted. */
  public static final class FiguresRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean notPermitted;

    FiguresRefused(boolean notPermitted, String detail) {
      super(detail);
      this.notPermitted = notPermitted;
    }

    /** Whether it was for who asks, not for what is asked. */
    public boolean isNotPermitted() {
      return notPermitted;
    }
  }

  @PersistenceContext EntityManager entities;

  /**
   * The client's own company's figures.
   *
   * @throws FiguresRefused if the client may not read, or the time is empty or too long
   */
  @Transactional
  public Figures of(CaClient client, Instant from, Instant to) {
    if (!client.may(Scope.READ)) {
      throw new FiguresRefused(true, "This client lacks the scope READ.");
    }
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new FiguresRefused(false, "from is before to, by no more than 366 days.");
    }
    return new Figures(
        from,
        to,
        certificates(client.tenant()),
        notices(client.tenant(), from, to),
        verdicts(client.tenant(), from, to));
  }

  private List<Certificates> certificates(String tenant) {
    return rows(
            "SELECT holder_kind, medium, profile, COUNT(*) FROM certificate"
                + " WHERE tenant = ? GROUP BY holder_kind, medium, profile ORDER BY 1, 2, 3",
            tenant)
        .map(
            row ->
                new Certificates(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, Number.class).longValue()))
        .toList();
  }

  private long notices(String tenant, Instant from, Instant to) {
    return rows(
            "SELECT COUNT(*) FROM revocation_notice"
                + " WHERE tenant = ? AND received_at >= ? AND received_at < ?",
            tenant,
            from,
            to)
        .mapToLong(row -> row.get(0, Number.class).longValue())
        .sum();
  }

  private List<Verdicts> verdicts(String tenant, Instant from, Instant to) {
    return rows(
            "SELECT centre, verdict, first_reason, COUNT(*) FROM verdict"
                + " WHERE tenant = ? AND decided_at >= ? AND decided_at < ?"
                + " GROUP BY centre, verdict, first_reason ORDER BY 1, 2, 3",
            tenant,
            from,
            to)
        .map(
            row ->
                new Verdicts(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, Number.class).longValue()))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private Stream<Tuple> rows(String sql, Object... parameters) {
    var query = entities.createNativeQuery(sql, Tuple.class);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return ((List<Tuple>) query.getResultList()).stream();
  }
}
