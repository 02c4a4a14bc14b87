package cn.trustregistry.validation;

import cn.trustregistry.authority.Suspension;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import java.time.Instant;
import java.util.Map;

/** Why the registry, rather than a standard or a rule, does not let a certificate pass. */
public sealed interface ValidationReason extends Reason {
  @Override
  default String standard() {
    return "Registry";
  }

  /**
   * The CA company has not published this certificate, so nobody vouches for holder kind and
   * medium.
   */
  record NotPublished(String certificate) implements ValidationReason {
    @Override
    public String code() {
      return "CERTIFICATE_NOT_PUBLISHED";
    }

    @Override
    public Verdict effect() {
      return Verdict.INDETERMINATE;
    }

    @Override
    public Map<String, String> evidence() {
      return Map.of("certificate", certificate);
    }
  }

  /**
   * The registry has suspended the recognition of the company: a fact, so that the certificate is
   * refused and not only in doubt. It ends when the company is resumed.
   */
  record CompanySuspended(Suspension suspension) implements ValidationReason {
    @Override
    public String code() {
      return "COMPANY_SUSPENDED";
    }

    @Override
    public Verdict effect() {
      return Verdict.INVALID;
    }

    @Override
    public Map<String, String> evidence() {
      return Map.of("company", suspension.tenant(), "since", suspension.since().toString());
    }
  }

  /**
   * A bid can only be judged by when it was sealed, and neither the question nor the project says
   * when that was.
   */
  record SealingTimeNeeded(Instant at) implements ValidationReason {
    @Override
    public String code() {
      return "SEALING_TIME_NEEDED";
    }

    @Override
    public Verdict effect() {
      return Verdict.INDETERMINATE;
    }

    @Override
    public Map<String, String> evidence() {
      return Map.of("at", at.toString());
    }
  }
}
