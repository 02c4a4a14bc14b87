package cn.trustregistry.trust;

import cn.trustregistry.authority.Suspension;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All suspensions of companies; each is added when it begins and again when it ends. */
public final class SuspensionDirectory {
  private final Map<Long, Suspension> suspensions = new ConcurrentHashMap<>();

  public void add(Suspension suspension) {
    suspensions.put(suspension.id(), suspension);
  }

  /** The suspension of a company that {@code at} lies in, by what was known at {@code knownAt}. */
  public Optional<Suspension> inForce(String tenant, Instant at, Instant knownAt) {
    return suspensions.values().stream()
        .filter(s -> s.tenant().equals(tenant) && s.covers(at, knownAt))
        .min(Comparator.comparing(Suspension::since));
  }

  /** All of one company, newest first. */
  public List<Suspension> of(String tenant) {
    return suspensions.values().stream()
        .filter(s -> s.tenant().equals(tenant))
        .sorted(Comparator.comparing(Suspension::since).reversed())
        .toList();
  }
}
