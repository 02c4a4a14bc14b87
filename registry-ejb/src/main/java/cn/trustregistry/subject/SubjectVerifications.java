package cn.trustregistry.subject;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.publication.PublishedCertificate;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.subject.SubjectAnswer.Candidate;
import cn.trustregistry.subject.SubjectAnswer.Requirement;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.ValidationRequest;
import cn.trustregistry.validation.Validations;
import cn.trustregistry.validation.Validations.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers for the subject register. */
@ApplicationScoped
public class SubjectVerifications {
  private static final String COMMON_NAME = "2.5.4.3";

  /** Certificates of one kind that are looked at, the newest first. */
  private static final int MOST = 20;

  @Inject Publications publications;
  @Inject Validations validations;
  @Inject SubjectRecords records;

  /**
   * @param now the moment of the call, which is the moment asked about
   * @throws RequestRefused if the question cannot be asked
   * @throws RegistryUnavailable if it cannot be answered now
   */
  public SubjectAnswer verify(CentreClient centre, SubjectQuestion question, Instant now)
      throws RequestRefused, RegistryUnavailable {
    records.checkCategory(question.category());
    List<PublishedCertificate> all = publications.ofHolder(question.uscc());
    List<Requirement> requirements = new ArrayList<>();
    requirements.add(requirement(centre, question, HolderKind.UNIT, all, now));
    if (question.legalPerson()) {
      requirements.add(requirement(centre, question, HolderKind.LEGAL_PERSON, all, now));
    }
    Verdict verdict = Verdict.VALID;
    for (Requirement requirement : requirements) {
      verdict = worse(verdict, requirement.verdict());
    }
    return records.keep(centre, question, verdict, requirements, now);
  }

  private Requirement requirement(
      CentreClient centre,
      SubjectQuestion question,
      HolderKind kind,
      List<PublishedCertificate> all,
      Instant now)
      throws RequestRefused, RegistryUnavailable {
    String name = kind == HolderKind.LEGAL_PERSON ? question.legalPersonName() : null;
    List<Candidate> candidates = new ArrayList<>();
    Verdict best = Verdict.INVALID;
    for (PublishedCertificate published : all) {
      Certificate certificate = parsed(published);
      if (candidates.size() < MOST && fits(published, certificate, kind, name)) {
        Recorded recorded = validations.validate(centre, request(certificate, question, now), now);
        candidates.add(new Candidate(published, recorded));
        best = better(best, recorded.answer().verdict());
      }
    }
    candidates.sort(Comparator.comparing(c -> c.verdict().answer().verdict()));
    List<Reason> reasons =
        candidates.isEmpty() ? List.of(new SubjectReason(kind, question.uscc())) : List.of();
    return new Requirement(
        kind, candidates.isEmpty() ? Verdict.INDETERMINATE : best, reasons, candidates);
  }

  /** The half of a pair that logs in and signs. */
  private static boolean fits(
      PublishedCertificate published,
      Certificate certificate,
      HolderKind kind,
      @Nullable String name) {
    return published.attributes().holderKind() == kind
        && published.role() != CertificateRole.ENCRYPTION
        && (name == null || certificate.subject().values(COMMON_NAME).contains(name));
  }

  private static ValidationRequest request(
      Certificate certificate, SubjectQuestion question, Instant now) {
    return new ValidationRequest(
        certificate, List.of(), now, now, question.category(), Stage.SUBJECT_REGISTRATION, null);
  }

  private static Certificate parsed(PublishedCertificate published) {
    try {
      return Certificate.parse(published.der());
    } catch (MalformedObjectException e) {
      throw new IllegalStateException(
          "stored certificate " + published.sha256() + " no longer parses", e);
    }
  }

  private static Verdict worse(Verdict one, Verdict other) {
    if (one == Verdict.INVALID || other == Verdict.INVALID) {
      return Verdict.INVALID;
    }
    return one == Verdict.VALID ? other : one;
  }

  private static Verdict better(Verdict one, Verdict other) {
    if (one == Verdict.VALID || other == Verdict.VALID) {
      return Verdict.VALID;
    }
    return one == Verdict.INVALID ? other : one;
  }
}
