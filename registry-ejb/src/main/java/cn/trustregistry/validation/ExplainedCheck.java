package cn.trustregistry.validation;

import cn.trustregistry.pki.path.PathCause;
import java.util.Arrays;
import java.util.List;

/** The checks of a verdict by the names under which people are shown them. */
public enum ExplainedCheck {
  ANCHOR(Family.PATH, "RFC 5280 6.1.1(d)"),
  SIGNATURES(Family.PATH, "RFC 5280 6.1.3(a)(1)"),
  VALIDITY(Family.PATH, "RFC 5280 6.1.3(a)(2)"),
  NAMES(Family.PATH, "RFC 5280 6.1.3(a)(4)"),
  CRITICAL_EXTENSIONS(Family.PATH, "RFC 5280 6.1.4(o)"),
  CA_CERTIFICATES(Family.PATH, "RFC 5280 6.1.4(k), (n)"),
  PATH_LENGTH(Family.PATH, "RFC 5280 6.1.4(l)"),
  KEY_USAGE(Family.PATH, "RFC 5280 4.2.1.3, GB/T 20518 5.2.3.2"),
  EXTENDED_KEY_USAGE(Family.PATH, "RFC 5280 4.2.1.12"),
  NAME_CONSTRAINTS(Family.PATH, "RFC 5280 6.1.3(b), (c)"),
  POLICIES(Family.PATH, "RFC 5280 6.1.3(f)"),
  ALGORITHMS(Family.PATH, "NIST SP 800-131A"),
  REVOCATION(Family.REVOCATION, "RFC 5280 6.3.3, RFC 6960"),
  PUBLISHED(Family.REGISTRY, "Registry"),
  COMPANY(Family.REGISTRY, "Registry"),
  SEALING_TIME(Family.REGISTRY, "Registry"),
  RECOGNISED(Family.RECOGNITION, "Recognition rules"),
  /** What belongs to none of the others; there so that no reason is ever left out. */
  OTHER(Family.OTHER, "");

  /** What a check is about. */
  public enum Family {
    PATH,
    REVOCATION,
    REGISTRY,
    RECOGNITION,
    OTHER
  }

  private final Family family;
  private final String standard;

  ExplainedCheck(Family family, String standard) {
    this.family = family;
    this.standard = standard;
  }

  public Family family() {
    return family;
  }

  /** Standard and clause that ask for it. */
  public String standard() {
    return standard;
  }

  static List<ExplainedCheck> ofPath() {
    return Arrays.stream(values()).filter(check -> check.family == Family.PATH).toList();
  }

  /** The check that finds a cause. */
  static ExplainedCheck of(PathCause cause) {
    return switch (cause) {
      case ISSUER_UNKNOWN, SEARCH_BUDGET_EXHAUSTED, ANCHOR_NOT_ADMITTED, ANCHOR_OUTSIDE_VALIDITY ->
          ANCHOR;
      case SIGNATURE_INVALID,
          ISSUER_KEY_UNKNOWN,
          ISSUER_KEY_UNUSABLE,
          SIGNATURE_ALGORITHM_UNSUPPORTED,
          SIGNATURE_ALGORITHM_MISMATCH ->
          SIGNATURES;
      case NOT_YET_VALID, EXPIRED -> VALIDITY;
      case NAME_CHAINING_BROKEN, ISSUER_NAME_EMPTY, SUBJECT_NAME_MISSING -> NAMES;
      case CRITICAL_EXTENSION_UNKNOWN -> CRITICAL_EXTENSIONS;
      case NOT_A_CA, CERTIFICATE_SIGNING_NOT_ALLOWED -> CA_CERTIFICATES;
      case PATH_TOO_LONG -> PATH_LENGTH;
      case KEY_USAGE_NOT_ALLOWED,
          ENCRYPTION_CERTIFICATE_FOR_SIGNING,
          SIGNING_CERTIFICATE_FOR_ENCRYPTION ->
          KEY_USAGE;
      case EXTENDED_KEY_USAGE_NOT_ALLOWED -> EXTENDED_KEY_USAGE;
      case NAME_NOT_PERMITTED,
          NAME_EXCLUDED,
          NAME_CONSTRAINT_UNSUPPORTED,
          NAME_CONSTRAINTS_TOO_COSTLY ->
          NAME_CONSTRAINTS;
      case POLICY_NOT_ACCEPTED, ANY_POLICY_MAPPED -> POLICIES;
      case DIGEST_TOO_WEAK, KEY_TOO_SMALL -> ALGORITHMS;
    };
  }
}
