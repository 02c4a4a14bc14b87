package cn.trustregistry.web.limits;

import cn.trustregistry.centre.Quota;
import cn.trustregistry.centre.Quotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/**
 * How much a trading centre may ask of the SOAP services of one node; a question of a batch counts
 * like a question alone. A quota given in the console comes first, within ten seconds; else {@code
 * registry.limit.centre.<code>.minute} and {@code .day} count for one centre and {@code
 * registry.limit.centre.minute} and {@code .day} for all.
 */
@ApplicationScoped
public class CentreUsage {
  private static final System.Logger LOG = System.getLogger(CentreUsage.class.getName());
  private static final long MINUTE = 300_000;
  private static final long DAY = 50_000_000;
  private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

  /**
   * How much of its quota a centre has used up on this node.
   *
   * @param minute questions in the running minute
   * @param day questions in the running day
   */
  public record Spent(Quota quota, long minute, long day) {}

  /** The quotas that were given, as of a moment. */
  private record Given(Instant asOf, Map<String, Quota> quotas) {}

  @Inject Config config;
  @Inject Quotas quotas;

  private final Map<String, Usage> usages = new ConcurrentHashMap<>();

  /** By centre, what the settings say. */
  private final Map<String, Quota> settings = new ConcurrentHashMap<>();

  private volatile Given given = new Given(Instant.EPOCH, Map.of());

  /**
   * Counts a call.
   *
   * @param centre its GB/T 2260 code
   * @param questions how many it asks
   * @return how long the centre has to wait if it asked too much; what is turned away counts too
   */
  public Optional<Duration> count(String centre, int questions, Instant at) {
    return usage(centre, quota(centre, at)).count(at, questions).retryAfter();
  }

  /** What a centre has asked of this node; asking so counts nothing. */
  public Spent spent(String centre, Instant at) {
    Quota quota = quota(centre, at);
    Usage usage = usage(centre, quota);
    return new Spent(quota, usage.inBurst(at), usage.inQuota(at));
  }

  private Usage usage(String centre, Quota quota) {
    Window minute = new Window("minute", quota.minute(), Duration.ofMinutes(1));
    Window day = new Window("day", quota.day(), Duration.ofDays(1));
    Usage usage = usages.computeIfAbsent(centre, code -> new Usage(minute, day));
    usage.limit(minute, day);
    return usage;
  }

  private Quota quota(String centre, Instant at) {
    Quota own = given(at).get(centre);
    return own != null
        ? own
        : settings.computeIfAbsent(
            centre, code -> new Quota(limit(code, "minute", MINUTE), limit(code, "day", DAY)));
  }

  /** As they were at most ten seconds ago; whoever finds them older reads them anew. */
  private Map<String, Quota> given(Instant at) {
    Given known = given;
    if (known.asOf().plus(KNOWN_FOR).isAfter(at)) {
      return known.quotas();
    }
    given = new Given(at, known.quotas());
    try {
      given = new Given(at, quotas.all());
    } catch (RuntimeException lost) {
      LOG.log(Level.WARNING, "the quotas known before count on: the database does not answer");
    }
    return given.quotas();
  }

  private long limit(String centre, String span, long usual) {
    return config
        .getOptionalValue("registry.limit.centre." + centre + "." + span, Long.class)
        .or(() -> config.getOptionalValue("registry.limit.centre." + span, Long.class))
        .orElse(usual);
  }
}
