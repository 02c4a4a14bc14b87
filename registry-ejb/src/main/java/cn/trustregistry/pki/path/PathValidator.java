package cn.trustregistry.pki.path;

import cn.trustregistry.pki.SignatureVerifier;

/**
 * Judges certificates. If any path is VALID, so is the certificate. Otherwise the best path is
 * reported: the one with the lightest verdict, then with the fewest reasons, then the one found
 * first. If no path has good signatures all the way to an anchor, the likeliest one is examined to
 * say what is wrong with it. If the budget ran out, only what can be said of the certificate itself
 * is reported.
 *
 * <p>Safe for many threads; remembers good signatures and nothing else.
 */
public final class PathValidator {
  private final SignatureVerifier verifier;
  private final SearchBudget budget;

  public PathValidator(SignatureVerifier verifier, SearchBudget budget) {
    this.verifier = verifier;
    this.budget = budget;
  }

  public PathJudgement judge(PathQuestion question, TrustMaterial material) {
    Inquiry inquiry = new Inquiry(material, new Signatures(verifier, budget.signatures()), budget);
    return new Search(question, inquiry, null).judge();
  }
}
