package cn.trustregistry.web.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/**
 * How much a trading centre may ask of the SOAP services of one node; a question of a batch counts
 * like a question alone. {@code registry.limit.centre.minute} and {@code .day} are for all, {@code
 * registry.limit.centre.<code>.minute} and {@code .day} for one.
 */
@ApplicationScoped
public class CentreUsage {
  private static final long MINUTE = 300_000;
  private static final long DAY = 50_000_000;

  @Inject Config config;

  private final Map<String, Usage> usages = new ConcurrentHashMap<>();

  /**
   * Counts a call.
   *
   * @param centre its GB/T 2260 code
   * @param questions how many it asks
   * @return how long the centre has to wait if it asked too much; what is turned away counts too
   */
  public Optional<Duration> count(String centre, int questions, Instant at) {
    return usages
        .computeIfAbsent(
            centre,
            code ->
                new Usage(
                    new Window("minute", limit(code, "minute", MINUTE), Duration.ofMinutes(1)),
                    new Window("day", limit(code, "day", DAY), Duration.ofDays(1))))
        .count(at, questions)
        .retryAfter();
  }

  private long limit(String centre, String span, long usual) {
    return config
        .getOptionalValue("registry.limit.centre." + centre + "." + span, Long.class)
        .or(() -> config.getOptionalValue("registry.limit.centre." + span, Long.class))
        .orElse(usual);
  }
}
