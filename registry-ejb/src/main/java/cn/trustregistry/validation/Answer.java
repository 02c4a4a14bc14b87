package cn.trustregistry.validation;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.path.PathJudgement;
import cn.trustregistry.recognition.RecognitionDecision;
import cn.trustregistry.trust.DirectoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was decided, with all it rests on.
 *
 * @param reasons everything that did not pass, in the order of the checks: path, revocation,
 *     publication, recognition
 * @param company empty where the certificate leads to none
 * @param entry what the company published of it; empty where it published nothing
 * @param recognition empty where the rules could not be asked
 * @param occasion what the project and the sealing of the bid made of the question
 * @param advice what should be known or done, whatever the verdict
 */
public record Answer(
    ValidationRequest request,
    Verdict verdict,
    List<Reason> reasons,
    CertificateRole role,
    Optional<CaCompany> company,
    Optional<DirectoryEntry> entry,
    PathJudgement judgement,
    Optional<RecognitionDecision> recognition,
    Occasion occasion,
    List<Advice> advice) {
  public Answer {
    reasons = List.copyOf(reasons);
    advice = List.copyOf(advice);
  }

  public int sofCode() {
    return SofCode.of(verdict, reasons);
  }

  /** From the certificate asked about up to and including the anchor, as far as there is a path. */
  public List<Certificate> pathToAnchor() {
    List<Certificate> path = new ArrayList<>(judgement.path());
    if (judgement.anchor() != null) {
      path.add(judgement.anchor().certificate());
    }
    return path;
  }

  /** For each certificate of the path below the anchor. */
  public List<RevocationSummary> revocation() {
    List<RevocationSummary> summaries = new ArrayList<>();
    judgement
        .revocation()
        .forEach(
            known ->
                summaries.addAll(
                    RevocationSummary.of(known.certificate().sha256(), known.status())));
    return summaries;
  }
}
