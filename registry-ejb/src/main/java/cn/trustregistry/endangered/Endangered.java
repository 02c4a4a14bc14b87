package cn.trustregistry.endangered;

import java.util.List;

/**
 * What was found.
 *
 * @param complete false if more certificates of open projects had to be looked at than one answer
 *     takes
 */
public record Endangered(List<EndangeredProject> projects, boolean complete) {
  public Endangered {
    projects = List.copyOf(projects);
  }
}
