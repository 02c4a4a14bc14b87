package cn.trustregistry.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A project with all that was ever reported of it, oldest first; never empty. */
public record Project(List<ProjectFacts> versions) {
  public Project {
    versions = List.copyOf(versions);
  }

  /** What is known of it now. */
  public ProjectFacts newest() {
    return versions.get(versions.size() - 1);
  }

  /** What was known of it at {@code knownAt}; empty if nothing was. */
  public Optional<ProjectFacts> asKnown(Instant knownAt) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (!versions.get(i).reportedAt().isAfter(knownAt)) {
        return Optional.of(versions.get(i));
      }
    }
    return Optional.empty();
  }

  public Project with(ProjectFacts next) {
    List<ProjectFacts> more = new ArrayList<>(versions);
    more.add(next);
    return new Project(more);
  }
}
