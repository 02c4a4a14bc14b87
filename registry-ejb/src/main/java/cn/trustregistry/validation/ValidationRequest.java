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
 */
public record ValidationRequest(
    Certificate certificate,
    List<Certificate> offered,
    Instant at,
    Instant knownAt,
    CategoryRef category,
    Stage stage,
    @Nullable LocalDate listedOn) {
  public ValidationRequest {
    offered = List.copyOf(offered);
  }

  /** The same question with the knowledge of another moment. */
  ValidationRequest withKnownAt(Instant moment) {
    return new ValidationRequest(certificate, offered, at, moment, category, stage, listedOn);
  }
}
