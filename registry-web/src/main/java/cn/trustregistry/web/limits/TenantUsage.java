package cn.trustregistry.web.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/**
 * The usage of every tenant. {@code registry.limit.minute} and {@code registry.limit.day} are for
 * all, {@code registry.limit.<tenant>.minute} and {@code .day} for one.
 */
@ApplicationScoped
class TenantUsage {
  private static final long MINUTE = 1_200;
  private static final long DAY = 500_000;

  @Inject Config config;

  private final Map<String, Usage> usages = new ConcurrentHashMap<>();

  Usage of(String tenant) {
    return usages.computeIfAbsent(
        tenant,
        t ->
            new Usage(
                new Window("minute", limit(t, "minute", MINUTE), Duration.ofMinutes(1)),
                new Window("day", limit(t, "day", DAY), Duration.ofDays(1))));
  }

  private long limit(String tenant, String span, long usual) {
    return config
        .getOptionalValue("registry.limit." + tenant + "." + span, Long.class)
        .or(() -> config.getOptionalValue("registry.limit." + span, Long.class))
        .orElse(usual);
  }
}
