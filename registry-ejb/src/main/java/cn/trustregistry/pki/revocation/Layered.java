package cn.trustregistry.pki.revocation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map that is cheap to add to one by one: a large layer shared between versions, and a
 * small one that is copied and now and then merged down.
 */
final class Layered<K, V> {
  private static final int SMALL = 512;

  private final Map<K, V> large;
  private final Map<K, V> small;

  private Layered(Map<K, V> large, Map<K, V> small) {
    this.large = large;
    this.small = small;
  }

  static <K, V> Layered<K, V> empty() {
    return new Layered<>(Map.of(), Map.of());
  }

  @Nullable V get(K key) {
    V found = small.isEmpty() ? null : small.get(key);
    return found != null ? found : large.get(key);
  }

  Layered<K, V> with(K key, V value) {
    Map<K, V> grown = new HashMap<>(small);
    grown.put(key, value);
    if (grown.size() <= Math.max(SMALL, Math.sqrt(large.size()))) {
      return new Layered<>(large, grown);
    }
    Map<K, V> merged = new HashMap<>(large);
    merged.putAll(grown);
    return new Layered<>(merged, Map.of());
  }
}
