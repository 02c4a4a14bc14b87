package cn.trustregistry.pki.crl;

import java.util.Map;

/**
 * Something about a list that is allowed and yet likely to be a mistake.
 *
 * @param kind what it is; the name is the stable code
 * @param detail what was found, against what
 */
public record CrlWarning(Kind kind, String detail) {
  /** Every kind of warning. */
  public enum Kind {
    /** Numbers between the last list and this one are missing. */
    CRL_NUMBER_SKIPPED,
    /** The last list was out of date before this one was issued. */
    CRL_COVERAGE_GAP
  }

  /** Key of the texts in the resource bundles. */
  public String code() {
    return kind.name();
  }

  /** The facts, named as the texts name them. */
  public Map<String, String> evidence() {
    return Map.of("detail", detail);
  }
}
