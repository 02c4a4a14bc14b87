package cn.trustregistry.validation;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.project.ProjectFacts;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.validation.RequestRefused.Code;
import java.time.Instant;

/** Whether a question about a project agrees with what the centre itself reported of it. */
final class ProjectCheck {
  private ProjectCheck() {}

  static void check(
      TrustSnapshot snapshot, CentreClient centre, ValidationRequest request, String code)
      throws RequestRefused {
    ProjectFacts project =
        snapshot
            .projects()
            .find(centre.centre(), code, request.knownAt())
            .orElseThrow(() -> new RequestRefused(Code.UNKNOWN_PROJECT, "project", code));
    if (request.listedOn() != null && !request.listedOn().equals(project.listedOn())) {
      throw conflict("listedOn", "project " + code + " was listed on " + project.listedOn());
    }
    if (!snapshot.recognition().categories().covers(project.category(), request.category())) {
      throw conflict("category", "project " + code + " is of category " + project.category());
    }
    Instant deadline = project.sealedAt();
    if (request.sealedAt() != null && deadline != null && request.sealedAt().isAfter(deadline)) {
      throw conflict("sealedAt", "bids of project " + code + " were sealed at " + deadline);
    }
  }

  private static RequestRefused conflict(String field, String detail) {
    return new RequestRefused(Code.PROJECT_CONFLICT, field, detail);
  }
}
