package cn.trustregistry.subject;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.validation.Validations.Recorded;
import java.time.Instant;
import java.util.List;

/**
 * What was answered.
 *
 * @param id names the durable record
 * @param verdict VALID if every requirement is
 */
public record SubjectAnswer(
    String id, Instant at, Verdict verdict, List<Requirement> requirements) {
  /**
   * One kind of certificate that is needed.
   *
   * @param reasons why there is none to look at
   * @param candidates those that were looked at, with their verdicts; the good ones first
   */
  public record Requirement(
      HolderKind holderKind, Verdict verdict, List<Reason> reasons, List<Candidate> candidates) {}

  /** A certificate and what was said of it. */
  public record Candidate(PublishedCertificate certificate, Recorded verdict) {}

  public SubjectAnswer {
    requirements = List.copyOf(requirements);
  }
}
