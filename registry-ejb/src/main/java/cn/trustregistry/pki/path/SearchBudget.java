package cn.trustregistry.pki.path;

/**
 * How much work one question may cause. The count does not depend on what caches remember, so that
 * the same question always gets the same answer.
 *
 * @param signatures the most different signatures to verify
 * @param steps the most certificates to try as issuers
 * @param paths the most complete paths to judge
 * @param depth the most certificates in a path, the anchor not counted
 * @param nameComparisons the most comparisons of a name with a subtree for one path
 */
public record SearchBudget(int signatures, int steps, int paths, int depth, int nameComparisons) {
  public static final SearchBudget DEFAULT = new SearchBudget(128, 2_048, 64, 16, 250_000);
}
