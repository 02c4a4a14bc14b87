package cn.trustregistry.trust;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * All published certificates by fingerprint. Entries never change and are never taken out, so that
 * one directory serves every snapshot: a question known at an earlier moment does not see later
 * ones.
 */
public final class CertificateDirectory {
  private final Map<String, DirectoryEntry> entries = new ConcurrentHashMap<>();

  /** The few texts that stand in many entries, one copy of each. */
  private final Map<String, String> repeated = new ConcurrentHashMap<>();

  public void add(DirectoryEntry entry) {
    entries.putIfAbsent(entry.sha256(), sharing(entry));
  }

  /** The same entry; read from the database, each would have its own copies: 150 octets. */
  private DirectoryEntry sharing(DirectoryEntry entry) {
    return new DirectoryEntry(
        entry.sha256(),
        shared(entry.tenant()),
        shared(entry.issuerSha256()),
        entry.holderKind(),
        entry.medium(),
        entry.profile(),
        entry.role(),
        entry.uscc(),
        entry.publishedAt());
  }

  private String shared(String text) {
    return repeated.computeIfAbsent(text, same -> same);
  }

  /** The entry of this certificate, if it was published at {@code knownAt}. */
  public Optional<DirectoryEntry> find(String sha256, Instant knownAt) {
    DirectoryEntry entry = entries.get(sha256);
    return entry == null || entry.publishedAt().isAfter(knownAt)
        ? Optional.empty()
        : Optional.of(entry);
  }

  /** Hands over every entry, in no order; those added meanwhile may be among them. */
  public void each(Consumer<DirectoryEntry> consumer) {
    entries.values().forEach(consumer);
  }

  public int size() {
    return entries.size();
  }
}
