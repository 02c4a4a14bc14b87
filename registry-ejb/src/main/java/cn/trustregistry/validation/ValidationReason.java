package cn.trustregistry.validation;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
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
}
