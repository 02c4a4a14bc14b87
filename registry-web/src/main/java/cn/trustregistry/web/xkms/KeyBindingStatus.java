package cn.trustregistry.web.xkms;

import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.Verdict;
import cn.trustregistry.pki.path.PathJudgement;
import cn.trustregistry.pki.revocation.RevocationCause;
import cn.trustregistry.pki.revocation.RevocationStatus;
import cn.trustregistry.validation.Answer;
import java.util.EnumMap;
import java.util.Map;

/**
 * A verdict as the Status of a key binding (XKMS 2.0 part 1, 5.1.4): each of its four tests is
 * passed, failed or open.
 *
 * @param value Valid, Invalid or Indeterminate
 */
record KeyBindingStatus(String value, Map<Test, Verdict> tests) {
  /** What is tested, with the names of XKMS. */
  enum Test {
    SIGNATURE("Signature"),
    ISSUER_TRUST("IssuerTrust"),
    REVOCATION_STATUS("RevocationStatus"),
    VALIDITY_INTERVAL("ValidityInterval");

    private final String name;

    Test(String name) {
      this.name = name;
    }

    String value() {
      return name;
    }
  }

  static KeyBindingStatus of(Answer answer) {
    Map<Test, Verdict> tests = new EnumMap<>(Test.class);
    for (Test test : Test.values()) {
      tests.put(test, Verdict.VALID);
    }
    open(tests, answer.judgement());
    for (Reason reason : answer.reasons()) {
      tests.merge(test(reason), reason.effect(), KeyBindingStatus::worse);
    }
    return new KeyBindingStatus(value(answer.verdict()), tests);
  }

  /** What could not be tested: without an anchor no signature counts, without evidence nothing. */
  private static void open(Map<Test, Verdict> tests, PathJudgement judgement) {
    boolean whole = judgement.anchor() != null;
    if (!whole) {
      tests.put(Test.SIGNATURE, Verdict.INDETERMINATE);
      tests.put(Test.ISSUER_TRUST, Verdict.INDETERMINATE);
    }
    boolean good =
        whole
            && judgement.revocation().size() == judgement.path().size()
            && judgement.revocation().stream()
                .allMatch(known -> known.status() instanceof RevocationStatus.Good);
    if (!good) {
      tests.put(Test.REVOCATION_STATUS, Verdict.INDETERMINATE);
    }
  }

  /** All that XKMS has no test for is a matter of what the issuer is trusted for. */
  private static Test test(Reason reason) {
    if (reason instanceof RevocationCause) {
      return Test.REVOCATION_STATUS;
    }
    return switch (reason.code()) {
      case "EXPIRED", "NOT_YET_VALID", "ANCHOR_OUTSIDE_VALIDITY" -> Test.VALIDITY_INTERVAL;
      case "SIGNATURE_INVALID",
          "SIGNATURE_ALGORITHM_UNSUPPORTED",
          "SIGNATURE_ALGORITHM_MISMATCH",
          "ISSUER_KEY_UNKNOWN",
          "ISSUER_KEY_UNUSABLE",
          "DIGEST_TOO_WEAK",
          "KEY_TOO_SMALL" ->
          Test.SIGNATURE;
      default -> Test.ISSUER_TRUST;
    };
  }

  private static Verdict worse(Verdict one, Verdict other) {
    if (one == Verdict.INVALID || other == Verdict.INVALID) {
      return Verdict.INVALID;
    }
    return one == Verdict.VALID ? other : one;
  }

  static String value(Verdict verdict) {
    return switch (verdict) {
      case VALID -> "Valid";
      case INVALID -> "Invalid";
      case INDETERMINATE -> "Indeterminate";
    };
  }
}
