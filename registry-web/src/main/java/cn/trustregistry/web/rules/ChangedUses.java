package cn.trustregistry.web.rules;

import cn.trustregistry.rulemaking.Preview.Assumption;
import cn.trustregistry.rulemaking.Preview.CertificateChange;
import cn.trustregistry.rulemaking.Preview.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Uses of a company's certificates that would be decided otherwise in the same way, in one line.
 *
 * @param lateBefore whether they are refused now as legacy ones that were issued too late
 * @param lateAfter whether they would be
 * @param certificates how many certificates that are
 * @param examples fingerprints of three of them at the most
 */
public record ChangedUses(
    String tenant,
    String from,
    String to,
    @Nullable String fromRule,
    @Nullable String toRule,
    boolean lateBefore,
    boolean lateAfter,
    Assumption assumption,
    long certificates,
    Set<String> categories,
    Set<String> stages,
    Set<String> centres,
    List<String> examples) {
  private static final int EXAMPLES = 3;

  private record Way(
      String tenant,
      String from,
      String to,
      @Nullable String fromRule,
      @Nullable String toRule,
      boolean lateBefore,
      boolean lateAfter,
      Assumption assumption) {}

  /** What changes, the most certificates first. */
  static List<ChangedUses> of(List<CertificateChange> changes) {
    Map<Way, List<CertificateChange>> groups = new LinkedHashMap<>();
    for (CertificateChange change : changes) {
      groups.computeIfAbsent(way(change), key -> new ArrayList<>()).add(change);
    }
    return groups.entrySet().stream()
        .map(group -> line(group.getKey(), group.getValue()))
        .sorted(Comparator.comparingLong(ChangedUses::certificates).reversed())
        .toList();
  }

  private static Way way(CertificateChange change) {
    return new Way(
        change.kind().tenant(),
        change.from(),
        change.to(),
        change.fromRule(),
        change.toRule(),
        change.kind().lateBefore(),
        change.kind().lateAfter(),
        change.assumption());
  }

  private static ChangedUses line(Way way, List<CertificateChange> changes) {
    Set<String> categories = new LinkedHashSet<>();
    Set<String> stages = new LinkedHashSet<>();
    Set<String> centres = new TreeSet<>();
    Set<String> examples = new LinkedHashSet<>();
    for (CertificateChange change : changes) {
      categories.add(change.category());
      stages.add(change.stage().name());
      centres.addAll(change.centres());
      examples.addAll(change.examples());
    }
    return new ChangedUses(
        way.tenant(),
        way.from(),
        way.to(),
        way.fromRule(),
        way.toRule(),
        way.lateBefore(),
        way.lateAfter(),
        way.assumption(),
        concerned(changes),
        categories,
        stages,
        centres,
        examples.stream().limit(EXAMPLES).toList());
  }

  /** How many certificates are concerned at all; one that changes in many uses counts once. */
  static long concerned(Collection<CertificateChange> changes) {
    Map<Kind, Long> counts = new HashMap<>();
    changes.forEach(change -> counts.put(change.kind(), change.count()));
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
