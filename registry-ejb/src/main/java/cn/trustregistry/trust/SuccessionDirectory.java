package cn.trustregistry.trust;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which certificate took the place of which; entries are only added. */
public final class SuccessionDirectory {
  private final Map<String, Succession> byOld = new ConcurrentHashMap<>();
  private final Map<String, Succession> byNew = new ConcurrentHashMap<>();

  /** Of several for one old certificate the first one counts. */
  public void add(Succession succession) {
    byOld.putIfAbsent(succession.oldCertificate(), succession);
    byNew.putIfAbsent(succession.newCertificate(), succession);
  }

  /** How this certificate was replaced, if that was recorded by {@code knownAt}. */
  public Optional<Succession> ofOld(String sha256, Instant knownAt) {
    return known(byOld.get(sha256), knownAt);
  }

  /** What this certificate replaced, if that was recorded by {@code knownAt}. */
  public Optional<Succession> ofNew(String sha256, Instant knownAt) {
    return known(byNew.get(sha256), knownAt);
  }

  private static Optional<Succession> known(@Nullable Succession found, Instant knownAt) {
    return found == null || found.recordedAt().isAfter(knownAt)
        ? Optional.empty()
        : Optional.of(found);
  }
}
