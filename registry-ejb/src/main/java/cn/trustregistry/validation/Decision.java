package cn.trustregistry.validation;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.path.AlgorithmPolicy;
import cn.trustregistry.pki.path.KeyPurpose;
import cn.trustregistry.pki.path.PathJudgement;
import cn.trustregistry.pki.path.PathQuestion;
import cn.trustregistry.pki.path.PathQuestion.RevocationNeed;
import cn.trustregistry.pki.path.PathValidator;
import cn.trustregistry.pki.path.TrustMaterial;
import cn.trustregistry.pki.policy.PolicySettings;
import cn.trustregistry.pki.revocation.RevocationPolicy;
import cn.trustregistry.project.ProjectFacts;
import cn.trustregistry.recognition.NamedProject;
import cn.trustregistry.recognition.RecognitionDecision;
import cn.trustregistry.recognition.RecognitionFacts;
import cn.trustregistry.recognition.RecognitionReason;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides a request from a snapshot: path and revocation, then publication, then recognition. */
final class Decision {
  private static final Set<String> MAY_HAVE_COME_SINCE =
      Set.of("EXPIRED", "CERTIFICATE_REVOKED", "CERTIFICATE_ON_HOLD");

  private final PathValidator paths;
  private final AlgorithmPolicy algorithms;

  Decision(PathValidator paths, AlgorithmPolicy algorithms) {
    this.paths = paths;
    this.algorithms = algorithms;
  }

  Answer decide(TrustSnapshot snapshot, CentreClient centre, ValidationRequest request) {
    Occasion occasion = Occasion.of(snapshot, centre.centre(), request);
    Optional<DirectoryEntry> entry =
        snapshot.directory().find(request.certificate().sha256(), request.knownAt());
    PathJudgement judgement = judge(snapshot, request, occasion.judgedAt(), entry);
    List<Reason> reasons = new ArrayList<>(judgement.reasons());
    boolean sealingUnknown = request.stage() == Stage.BID_DECRYPTION && occasion.sealedAt() == null;
    if (sealingUnknown) {
      reasons.add(new ValidationReason.SealingTimeNeeded(request.at()));
    }
    Optional<RecognitionDecision> recognition = Optional.empty();
    if (entry.isEmpty()) {
      reasons.add(new ValidationReason.NotPublished(request.certificate().sha256()));
    } else {
      recognition = recognise(snapshot, centre, request, occasion, entry.get(), reasons);
    }
    Optional<CaCompany> company = company(snapshot, entry, judgement);
    company
        .flatMap(
            c -> snapshot.suspensions().inForce(c.code(), occasion.judgedAt(), request.knownAt()))
        .ifPresent(suspension -> reasons.add(new ValidationReason.CompanySuspended(suspension)));
    return new Answer(
        request,
        worst(reasons, sealingUnknown),
        reasons,
        CertificateRole.of(request.certificate()),
        company,
        entry,
        judgement,
        recognition,
        occasion,
        advice(snapshot, request, occasion, entry));
  }

  private List<Advice> advice(
      TrustSnapshot snapshot,
      ValidationRequest request,
      Occasion occasion,
      Optional<DirectoryEntry> entry) {
    List<Reason> later =
        occasion.judgedAt().equals(request.at())
            ? List.of()
            : judge(snapshot, request, request.at(), entry).reasons();
    return new Advices(request, occasion).of(snapshot.successions(), later);
  }

  /**
   * Under the evidence policy of the company that published the certificate, or else of the one
   * whose anchor it leads to, which is only known once there is a path.
   */
  private PathJudgement judge(
      TrustSnapshot snapshot,
      ValidationRequest request,
      Instant at,
      Optional<DirectoryEntry> entry) {
    TrustMaterial material = snapshot.material(request.knownAt());
    if (entry.isPresent()) {
      RevocationPolicy policy =
          snapshot.evidencePolicy(entry.get().tenant(), request.knownAt()).revocation();
      return paths.judge(question(request, at, policy), material);
    }
    PathQuestion question = question(request, at, RevocationPolicy.STRICT);
    PathJudgement judgement = paths.judge(question, material);
    RevocationPolicy policy =
        company(snapshot, entry, judgement)
            .map(owner -> snapshot.evidencePolicy(owner.code(), request.knownAt()).revocation())
            .orElse(question.revocationPolicy());
    return policy.equals(question.revocationPolicy())
        ? judgement
        : paths.judge(question.withRevocationPolicy(policy), material);
  }

  private PathQuestion question(ValidationRequest request, Instant at, RevocationPolicy evidence) {
    return new PathQuestion(
        request.certificate(),
        request.offered(),
        at,
        request.knownAt(),
        purpose(request.stage()),
        PolicySettings.ANY,
        algorithms,
        RevocationNeed.REQUIRED,
        evidence);
  }

  /** What the key is used for at each stage: the one table. */
  static KeyPurpose purpose(Stage stage) {
    return switch (stage) {
      case LOGIN, SUBJECT_REGISTRATION -> KeyPurpose.AUTHENTICATION;
      case ENTERPRISE_SEAL, LEGAL_PERSON_SEAL, CONTRACT_SIGNING -> KeyPurpose.SIGNATURE;
      case BID_ENCRYPTION, BID_DECRYPTION -> KeyPurpose.ENCRYPTION;
    };
  }

  private static Optional<RecognitionDecision> recognise(
      TrustSnapshot snapshot,
      CentreClient centre,
      ValidationRequest request,
      Occasion occasion,
      DirectoryEntry entry,
      List<Reason> reasons) {
    Optional<RuleBook> book = snapshot.recognition().ruleBook(request.knownAt());
    if (book.isEmpty()) {
      reasons.add(new RecognitionReason.NoRuleBook(request.knownAt()));
      return Optional.empty();
    }
    RecognitionDecision decision =
        book.get()
            .decide(facts(centre, request, occasion, entry), snapshot.recognition().categories());
    if (decision instanceof RecognitionDecision.Refused refused) {
      reasons.add(refused.reason());
    } else if (decision instanceof RecognitionDecision.Undecided undecided) {
      reasons.add(undecided.reason());
    }
    return Optional.of(decision);
  }

  private static RecognitionFacts facts(
      CentreClient centre, ValidationRequest request, Occasion occasion, DirectoryEntry entry) {
    ProjectFacts project = occasion.project();
    return new RecognitionFacts(
        entry.tenant(),
        entry.holderKind(),
        entry.medium(),
        entry.profile(),
        request.category(),
        request.stage(),
        centre.centre(),
        occasion.listedOn(),
        occasion.judgedAt(),
        centre.clientId(),
        project == null
            ? null
            : new NamedProject(project.centre(), project.code(), project.isEnded(request.at())),
        request.certificate().notBefore());
  }

  /** The company that published the certificate, or else the one whose anchor it leads to. */
  private static Optional<CaCompany> company(
      TrustSnapshot snapshot, Optional<DirectoryEntry> entry, PathJudgement judgement) {
    return entry
        .map(DirectoryEntry::tenant)
        .or(
            () ->
                Optional.ofNullable(judgement.anchor())
                    .flatMap(anchor -> snapshot.issuer(anchor.certificate().sha256()))
                    .map(Issuer::tenant))
        .flatMap(snapshot::company);
  }

  /** Whether this may be true now and not have been true when a bid was sealed. */
  static boolean mayHaveComeSince(String code) {
    return MAY_HAVE_COME_SINCE.contains(code);
  }

  /**
   * @param sealingUnknown whether it is not known when the bid was sealed; then what may have come
   *     since proves nothing
   */
  private static Verdict worst(List<Reason> reasons, boolean sealingUnknown) {
    Verdict worst = Verdict.VALID;
    for (Reason reason : reasons) {
      if (reason.effect() == Verdict.INVALID
          && !(sealingUnknown && mayHaveComeSince(reason.code()))) {
        return Verdict.INVALID;
      }
      worst = Verdict.INDETERMINATE;
    }
    return worst;
  }
}
