package cn.trustregistry.recognition;

import java.util.Set;

/**
 * To which systems and projects a rule is limited; an empty set puts no condition.
 *
 * @param systems client ids of the trading systems that may ask
 * @param projects projects as {@code centre/code}
 * @param untilProjectEnds whether the rule counts only until the project's trading is reported
 *     ended; it then needs to know the project
 */
public record RuleLimits(Set<String> systems, Set<String> projects, boolean untilProjectEnds) {
  public static final RuleLimits NONE = new RuleLimits(Set.of(), Set.of(), false);

  public RuleLimits {
    systems = Set.copyOf(systems);
    projects = Set.copyOf(projects);
  }

  boolean needProject() {
    return untilProjectEnds || !projects.isEmpty();
  }
}
