package cn.trustregistry.trust;

import cn.trustregistry.project.Project;
import cn.trustregistry.project.ProjectFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All projects with all that was ever reported of them. Versions are only added, so that one
 * directory serves every snapshot.
 */
public final class ProjectDirectory {
  private final Map<Key, Project> projects = new ConcurrentHashMap<>();

  private record Key(String centre, String code) {}

  /** Takes the next version; one that is here already changes nothing. */
  public void add(ProjectFacts facts) {
    projects.merge(
        new Key(facts.centre(), facts.code()),
        new Project(List.of(facts)),
        (known, one) -> known.newest().version() < facts.version() ? known.with(facts) : known);
  }

  /** What was known at {@code knownAt} of a centre's own project. */
  public Optional<ProjectFacts> find(String centre, String code, Instant knownAt) {
    Project project = projects.get(new Key(centre, code));
    return project == null ? Optional.empty() : project.asKnown(knownAt);
  }

  /** What is known now of every project. */
  public Stream<ProjectFacts> newest() {
    return projects.values().stream().map(Project::newest);
  }
}
