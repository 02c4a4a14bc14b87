package cn.trustregistry.validation;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.path.AlgorithmPolicy;
import cn.trustregistry.pki.path.KeyPurpose;
import cn.trustregistry.pki.path.PathJudgement;
import cn.trustregistry.pki.path.PathQuestion;
import cn.trustregistry.pki.path.PathValidator;
import cn.trustregistry.pki.path.TrustMaterial;
import cn.trustregistry.pki.revocation.RevocationPolicy;
import cn.trustregistry.recognition.RecognitionDecision;
import cn.trustregistry.recognition.RecognitionFacts;
import cn.trustregistry.recognition.RecognitionReason;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides a request from a snapshot: path and revocation, then publication, then recognition. */
final class Decision {
  private final PathValidator paths;

  Decision(PathValidator paths) {
    this.paths = paths;
  }

  /**
   * @param centre the asking centre's GB/T 2260 code
   */
  Answer decide(TrustSnapshot snapshot, String centre, ValidationRequest request) {
    Optional<DirectoryEntry> entry =
        snapshot.directory().find(request.certificate().sha256(), request.knownAt());
    PathJudgement judgement = judge(snapshot, request, entry);
    List<Reason> reasons = new ArrayList<>(judgement.reasons());
    Optional<RecognitionDecision> recognition = Optional.empty();
    if (entry.isEmpty()) {
      reasons.add(new ValidationReason.NotPublished(request.certificate().sha256()));
    } else {
      recognition = recognise(snapshot, centre, request, entry.get(), reasons);
    }
    return new Answer(
        request,
        worst(judgement.verdict(), reasons),
        reasons,
        CertificateRole.of(request.certificate()),
        company(snapshot, entry, judgement),
        entry,
        judgement,
        recognition);
  }

  /**
   * Under the evidence policy of the company that published the certificate, or else of the one
   * whose anchor it leads to, which is only known once there is a path.
   */
  private PathJudgement judge(
      TrustSnapshot snapshot, ValidationRequest request, Optional<DirectoryEntry> entry) {
    TrustMaterial material = snapshot.material(request.knownAt());
    PathQuestion question = question(request);
    if (entry.isPresent()) {
      RevocationPolicy policy =
          snapshot.evidencePolicy(entry.get().tenant(), request.knownAt()).revocation();
      return paths.judge(question.withRevocationPolicy(policy), material);
    }
    PathJudgement judgement = paths.judge(question, material);
    RevocationPolicy policy =
        company(snapshot, entry, judgement)
            .map(owner -> snapshot.evidencePolicy(owner.code(), request.knownAt()).revocation())
            .orElse(question.revocationPolicy());
    return policy.equals(question.revocationPolicy())
        ? judgement
        : paths.judge(question.withRevocationPolicy(policy), material);
  }

  private static PathQuestion question(ValidationRequest request) {
    return PathQuestion.of(request.certificate(), request.at(), purpose(request.stage()))
        .withKnownAt(request.knownAt())
        .withOffered(request.offered())
        .withAlgorithms(AlgorithmPolicy.DEFAULT);
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
      String centre,
      ValidationRequest request,
      DirectoryEntry entry,
      List<Reason> reasons) {
    Optional<RuleBook> book = snapshot.recognition().ruleBook(request.knownAt());
    if (book.isEmpty()) {
      reasons.add(new RecognitionReason.NoRuleBook(request.knownAt()));
      return Optional.empty();
    }
    RecognitionDecision decision =
        book.get().decide(facts(centre, request, entry), snapshot.recognition().categories());
    if (decision instanceof RecognitionDecision.Refused refused) {
      reasons.add(refused.reason());
    } else if (decision instanceof RecognitionDecision.Undecided undecided) {
      reasons.add(undecided.reason());
    }
    return Optional.of(decision);
  }

  private static RecognitionFacts facts(
      String centre, ValidationRequest request, DirectoryEntry entry) {
    return new RecognitionFacts(
        entry.tenant(),
        entry.holderKind(),
        entry.medium(),
        entry.profile(),
        request.category(),
        request.stage(),
        centre,
        request.listedOn(),
        request.at());
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

  private static Verdict worst(Verdict start, List<Reason> reasons) {
    Verdict worst = start;
    for (Reason reason : reasons) {
      if (reason.effect() == Verdict.INVALID) {
        return Verdict.INVALID;
      }
      worst = Verdict.INDETERMINATE;
    }
    return worst;
  }
}
