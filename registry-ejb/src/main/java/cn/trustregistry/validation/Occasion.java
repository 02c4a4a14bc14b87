package cn.trustregistry.validation;

import cn.trustregistry.project.ProjectFacts;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.trust.TrustSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the project and the sealing of a bid make of a question.
 *
 * @param project what was known of the project that was named, or null if none was or it was
 *     unknown
 * @param listedOn the day it was listed: as asked, or else as the project's centre reported
 * @param sealedAt when the bid to be decrypted was sealed: as asked, or else as reported; null for
 *     other stages, or if nobody said it
 * @param judgedAt the moment at which the certificate is judged
 */
public record Occasion(
    @Nullable ProjectFacts project,
    @Nullable LocalDate listedOn,
    @Nullable Instant sealedAt,
    Instant judgedAt) {
  /**
   * @param centre the asking centre's GB/T 2260 code
   */
  static Occasion of(TrustSnapshot snapshot, String centre, ValidationRequest request) {
    String code = request.project();
    if (code == null && request.stage() != Stage.BID_DECRYPTION) {
      return new Occasion(null, request.listedOn(), null, request.at());
    }
    ProjectFacts project =
        code == null
            ? null
            : snapshot.projects().find(centre, code, request.knownAt()).orElse(null);
    LocalDate listed =
        request.listedOn() == null && project != null ? project.listedOn() : request.listedOn();
    Instant sealed = request.stage() == Stage.BID_DECRYPTION ? sealed(request, project) : null;
    return new Occasion(project, listed, sealed, sealed == null ? request.at() : sealed);
  }

  private static @Nullable Instant sealed(
      ValidationRequest request, @Nullable ProjectFacts project) {
    if (request.sealedAt() != null || project == null) {
      return request.sealedAt();
    }
    Instant reported = project.sealedAt();
    return reported == null || reported.isAfter(request.at()) ? null : reported;
  }
}
