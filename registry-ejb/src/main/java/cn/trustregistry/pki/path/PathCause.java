package cn.trustregistry.pki.path;

import static cn.trustregistry.pki.Verdict.INDETERMINATE;
import static cn.trustregistry.pki.Verdict.INVALID;

import cn.trustregistry.pki.Verdict;

/**
 * Every cause for which a path fails: the names are the stable codes.
 *
 * <p>A cause is INVALID when a fact at hand proves it, whatever else may come to light; it is
 * INDETERMINATE when something is missing or cannot be worked out, as in ETSI EN 319 102-1 clause
 * 5.1.3.
 */
public enum PathCause {
  ISSUER_UNKNOWN(INDETERMINATE, "RFC 5280 6.1"),
  SEARCH_BUDGET_EXHAUSTED(INDETERMINATE, "RFC 4158 2.4"),
  ANCHOR_NOT_ADMITTED(INVALID, "RFC 5280 6.1.1(d)"),
  ANCHOR_OUTSIDE_VALIDITY(INVALID, "RFC 5937 3.2"),
  SIGNATURE_INVALID(INVALID, "RFC 5280 6.1.3(a)(1)"),
  ISSUER_KEY_UNKNOWN(INDETERMINATE, "RFC 5280 6.1.3(a)(1)"),
  ISSUER_KEY_UNUSABLE(INDETERMINATE, "RFC 5280 6.1.4(d)"),
  SIGNATURE_ALGORITHM_UNSUPPORTED(INDETERMINATE, "RFC 5280 4.1.1.2"),
  SIGNATURE_ALGORITHM_MISMATCH(INVALID, "RFC 5280 4.1.1.2"),
  NOT_YET_VALID(INVALID, "RFC 5280 6.1.3(a)(2)"),
  EXPIRED(INVALID, "RFC 5280 6.1.3(a)(2)"),
  NAME_CHAINING_BROKEN(INVALID, "RFC 5280 6.1.3(a)(4)"),
  ISSUER_NAME_EMPTY(INVALID, "RFC 5280 4.1.2.4"),
  SUBJECT_NAME_MISSING(INVALID, "RFC 5280 4.1.2.6"),
  CRITICAL_EXTENSION_UNKNOWN(INVALID, "RFC 5280 6.1.4(o)"),
  NOT_A_CA(INVALID, "RFC 5280 6.1.4(k)"),
  PATH_TOO_LONG(INVALID, "RFC 5280 6.1.4(l)"),
  CERTIFICATE_SIGNING_NOT_ALLOWED(INVALID, "RFC 5280 6.1.4(n)"),
  KEY_USAGE_NOT_ALLOWED(INVALID, "RFC 5280 4.2.1.3"),
  ENCRYPTION_CERTIFICATE_FOR_SIGNING(INVALID, "GB/T 20518 5.2.3.2"),
  SIGNING_CERTIFICATE_FOR_ENCRYPTION(INVALID, "GB/T 20518 5.2.3.2"),
  EXTENDED_KEY_USAGE_NOT_ALLOWED(INVALID, "RFC 5280 4.2.1.12"),
  NAME_NOT_PERMITTED(INVALID, "RFC 5280 6.1.3(b)"),
  NAME_EXCLUDED(INVALID, "RFC 5280 6.1.3(c)"),
  NAME_CONSTRAINT_UNSUPPORTED(INVALID, "RFC 5280 4.2.1.10"),
  NAME_CONSTRAINTS_TOO_COSTLY(INDETERMINATE, "RFC 5280 4.2.1.10"),
  POLICY_NOT_ACCEPTED(INVALID, "RFC 5280 6.1.3(f)"),
  ANY_POLICY_MAPPED(INVALID, "RFC 5280 6.1.4(a)"),
  DIGEST_TOO_WEAK(INVALID, "NIST SP 800-131A 9"),
  KEY_TOO_SMALL(INVALID, "NIST SP 800-131A 3");

  private final Verdict effect;
  private final String standard;

  PathCause(Verdict effect, String standard) {
    this.effect = effect;
    this.standard = standard;
  }

  Verdict effect() {
    return effect;
  }

  String standard() {
    return standard;
  }
}
