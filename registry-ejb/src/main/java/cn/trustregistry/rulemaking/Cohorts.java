package cn.trustregistry.rulemaking;

import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.rulemaking.Preview.Kind;
import cn.trustregistry.trust.CertificateDirectory;
import cn.trustregistry.trust.DirectoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Published certificates that two books cannot tell apart, in one cohort each, so that millions
 * cost no more to decide than a few.
 */
final class Cohorts {
  private static final int EXAMPLES = 20;
  private static final int AT_ONCE = 1_000;

  /** Certificates of one kind. */
  static final class Cohort {
    private final Kind kind;
    private final @Nullable Instant issuedAt;
    private final List<String> examples = new ArrayList<>();
    private long count;

    private Cohort(Kind kind, @Nullable Instant issuedAt) {
      this.kind = kind;
      this.issuedAt = issuedAt;
    }

    Kind kind() {
      return kind;
    }

    /** When one of them was issued; null if the books do not ask. */
    @Nullable Instant issuedAt() {
      return issuedAt;
    }

    /** Fingerprints of a few of them. */
    List<String> examples() {
      return List.copyOf(examples);
    }

    long count() {
      return count;
    }
  }

  private final RuleBook before;
  private final RuleBook after;
  private final IssueDates dates;
  private final boolean datesMatter;
  private final Map<Kind, Cohort> cohorts = new HashMap<>();
  private final List<DirectoryEntry> waiting = new ArrayList<>();

  private Cohorts(RuleBook before, RuleBook after, IssueDates dates) {
    this.before = before;
    this.after = after;
    this.dates = dates;
    this.datesMatter = before.legacyIssuedUntil() != null || after.legacyIssuedUntil() != null;
  }

  static Cohorts of(
      CertificateDirectory directory, RuleBook before, RuleBook after, IssueDates dates) {
    Cohorts all = new Cohorts(before, after, dates);
    directory.each(all::take);
    all.takeWaiting();
    return all;
  }

  private void take(DirectoryEntry entry) {
    if (entry.profile() != Profile.LEGACY || !datesMatter) {
      add(entry, null);
      return;
    }
    waiting.add(entry);
    if (waiting.size() == AT_ONCE) {
      takeWaiting();
    }
  }

  private void takeWaiting() {
    if (!waiting.isEmpty()) {
      Map<String, Instant> issued = dates.of(waiting.stream().map(DirectoryEntry::sha256).toList());
      waiting.forEach(entry -> add(entry, issued.get(entry.sha256())));
      waiting.clear();
    }
  }

  private void add(DirectoryEntry entry, @Nullable Instant issuedAt) {
    Kind kind =
        new Kind(
            entry.tenant(),
            entry.holderKind(),
            entry.medium(),
            entry.profile(),
            issuedAt != null && before.isLateLegacy(entry.profile(), issuedAt),
            issuedAt != null && after.isLateLegacy(entry.profile(), issuedAt));
    Cohort cohort = cohorts.computeIfAbsent(kind, key -> new Cohort(key, issuedAt));
    cohort.count++;
    if (cohort.examples.size() < EXAMPLES) {
      cohort.examples.add(entry.sha256());
    }
  }

  Collection<Cohort> all() {
    return cohorts.values();
  }

  /** How many more certificates the later book shuts out as issued too late; may be negative. */
  long newlyLate() {
    long late = 0;
    for (Cohort cohort : cohorts.values()) {
      if (cohort.kind.lateBefore() != cohort.kind.lateAfter()) {
        late += cohort.kind.lateAfter() ? cohort.count : -cohort.count;
      }
    }
    return late;
  }
}
