package cn.trustregistry.web.console;

import cn.trustregistry.web.portal.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How the node that answers is: its own checks, the database among them, what fails first. */
@Named("node")
@RequestScoped
public class NodeHealth {
  private static final int MIB = 1 << 20;

  /** One of the node's own checks. */
  public record Check(String name, String state, String details) {}

  @Inject @Readiness Instance<HealthCheck> checks;
  @Inject Texts texts;

  private List<Check> called = List.of();

  @PostConstruct
  void call() {
    called =
        checks.stream()
            .map(HealthCheck::call)
            .map(NodeHealth::inWords)
            .sorted(Comparator.comparing(Check::state).thenComparing(Check::name))
            .toList();
  }

  public List<Check> getChecks() {
    return called;
  }

  static Check inWords(HealthCheckResponse response) {
    String details =
        response
            .getData()
            .map(
                data ->
                    data.entrySet().stream()
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining(", ")))
            .orElse("");
    return new Check(response.getName(), response.getStatus().name(), details);
  }

  /** When this process started. */
  public String getStarted() {
    return texts.time(Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
  }

  public long getUsedMib() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
  }

  public long getMostMib() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax() / MIB;
  }

  public long getPercent() {
    return getUsedMib() * 100 / Math.max(1, getMostMib());
  }
}
