package cn.trustregistry.validation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is this certificate good, at this centre, for this category and stage, at this time?
 *
 * @param offered issuer certificates that came along; none is trusted
 * @param at the moment asked about
 * @param knownAt the moment whose knowledge is asked for
 * @param listedOn the day the project was listed (Asia/Shanghai), or null
 * @param project the centre's own code of the project the question is about, or null
 * @param sealedAt when the bid that is to be decrypted was sealed, or null
 */
public record ValidationRequest(
    Certificate certificate,
    List<Certificate> offered,
    Instant at,
    Instant knownAt,
    CategoryRef category,
    Stage stage,
    @Nullable LocalDate listedOn,
    @Nullable String project,
    @Nullable Instant sealedAt) {
  public ValidationRequest {
    offered = List.copyOf(offered);
  }

  /** A question about no project in particular. */
  public ValidationRequest(
      Certificate certificate,
      List<Certificate> offered,
      Instant at,
      Instant knownAt,
      CategoryRef category,
      Stage stage,
      @Nullable LocalDate listedOn) {
    this(certificate, offered, at, knownAt, category, stage, listedOn, null, null);
  }

  /** The same question with the knowledge of another moment. */
  ValidationRequest withKnownAt(Instant moment) {
    return new ValidationRequest(
        certificate, offered, at, moment, category, stage, listedOn, project, sealedAt);
  }
}
