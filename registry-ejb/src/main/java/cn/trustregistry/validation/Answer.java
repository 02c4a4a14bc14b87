package cn.trustregistry.validation;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.path.PathJudgement;
import cn.trustregistry.recognition.RecognitionDecision;
import cn.trustregistry.trust.DirectoryEntry;
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
 */
public record Answer(
    ValidationRequest request,
    Verdict verdict,
    List<Reason> reasons,
    CertificateRole role,
    Optional<CaCompany> company,
    Optional<DirectoryEntry> entry,
    PathJudgement judgement,
    Optional<RecognitionDecision> recognition) {
  public Answer {
    reasons = List.copyOf(reasons);
  }

  public int sofCode() {
    return SofCode.of(verdict, reasons);
  }
}
