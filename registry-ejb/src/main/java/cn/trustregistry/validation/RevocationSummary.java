package cn.trustregistry.validation;

import cn.trustregistry.pki.revocation.RevocationEvidence;
import cn.trustregistry.pki.revocation.RevocationStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the revocation of one certificate of the path, and from which piece of evidence.
 *
 * @param evidence null if there was none
 */
public record RevocationSummary(
    String certificate, RevocationStatus status, @Nullable RevocationEvidence evidence) {

  static List<RevocationSummary> of(String certificate, RevocationStatus status) {
    if (status.evidence().isEmpty()) {
      return List.of(new RevocationSummary(certificate, status, null));
    }
    List<RevocationSummary> summaries = new ArrayList<>();
    status.evidence().forEach(e -> summaries.add(new RevocationSummary(certificate, status, e)));
    return summaries;
  }

  /** GOOD, REVOKED, ON_HOLD or UNKNOWN. */
  public String statusName() {
    if (status instanceof RevocationStatus.Good) {
      return "GOOD";
    }
    if (status instanceof RevocationStatus.Revoked) {
      return "REVOKED";
    }
    return status instanceof RevocationStatus.OnHold ? "ON_HOLD" : "UNKNOWN";
  }

  /** CRL, DELTA_CRL, OCSP, NOTICE or NONE. */
  public String source() {
    if (evidence instanceof RevocationEvidence.Crl crl) {
      return crl.delta() == null ? "CRL" : "DELTA_CRL";
    }
    if (evidence instanceof RevocationEvidence.Notice) {
      return "NOTICE";
    }
    return evidence instanceof RevocationEvidence.Ocsp ? "OCSP" : "NONE";
  }

  Map<String, String> facts() {
    return evidence == null ? Map.of() : evidence.facts();
  }
}
