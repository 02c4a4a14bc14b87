package cn.trustregistry.web.limits;

import cn.trustregistry.web.limits.Window.Count;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much one address may ask of a door that needs no login: {@code registry.limit.public.minute}
 * requests a minute; 0 is no limit, for a registry behind a proxy that limits.
 */
@ApplicationScoped
public class PublicLimit {
  private static final int REMEMBERED = 16_384;

  @Inject
  @ConfigProperty(name = "registry.limit.public.minute")
  long quota;

  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Counts a request; says how long to wait if it is one too many. */
  public Optional<Duration> count(String door, String address, Instant at) {
    if (quota == 0) {
      return Optional.empty();
    }
    Window window = new Window("public", quota, Duration.ofMinutes(1));
    synchronized (counts) {
      String key = door + " " + address;
      Count count = window.next(counts.getOrDefault(key, new Count(Instant.EPOCH, 0)), at, 1);
      counts.put(key, count);
      return window.allows(count)
          ? Optional.empty()
          : Optional.of(Duration.ofSeconds(window.secondsLeft(count, at)));
    }
  }
}
