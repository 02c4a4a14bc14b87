package cn.trustregistry.pki;

import java.util.Map;

/**
 * One failed check, with what it failed on. Each room has its own sealed family of reasons, one
 * record per cause; codes are unique over all families.
 */
public interface Reason {
  /**
   * Stable name of the cause in UPPER_SNAKE case; part of the public interface and key of the texts
   * in the resource bundles.
   */
  String code();

  /**
   * What this cause does to the verdict: {@link Verdict#INVALID} or {@link Verdict#INDETERMINATE}.
   */
  Verdict effect();

  /** Standard and clause that ask for the check, for example {@code RFC 5280 6.1.3(a)(2)}. */
  String standard();

  /**
   * The facts the check failed on, in a stable order; the names are the placeholders of the texts.
   */
  Map<String, String> evidence();
}
