package cn.trustregistry.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All evidence policies that were ever in force; immutable. */
public final class EvidencePolicyHistory {
  /** No company has a policy of its own. */
  public static final EvidencePolicyHistory NONE = new EvidencePolicyHistory(Map.of());

  /**
   * A policy from the moment it was known.
   *
   * @param inForceFrom when the second admin approved it
   */
  public record Version(String tenant, Instant inForceFrom, EvidencePolicy policy) {}

  /** Of each company, newest first. */
  private final Map<String, List<Version>> versions;

  private EvidencePolicyHistory(Map<String, List<Version>> versions) {
    this.versions = Map.copyOf(versions);
  }

  /** Adds a version. */
  public EvidencePolicyHistory with(Version version) {
    List<Version> all = new ArrayList<>(versions.getOrDefault(version.tenant(), List.of()));
    all.add(version);
    all.sort(Comparator.comparing(Version::inForceFrom).reversed());
    Map<String, List<Version>> more = new HashMap<>(versions);
    more.put(version.tenant(), List.copyOf(all));
    return new EvidencePolicyHistory(more);
  }

  /** The company's policy as it was known at {@code knownAt}. */
  public EvidencePolicy policy(String tenant, Instant knownAt) {
    for (Version version : versions.getOrDefault(tenant, List.of())) {
      if (!version.inForceFrom().isAfter(knownAt)) {
        return version.policy();
      }
    }
    return EvidencePolicy.DEFAULT;
  }
}
