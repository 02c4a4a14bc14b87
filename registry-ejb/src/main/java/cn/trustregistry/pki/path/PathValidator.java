package cn.trustregistry.pki.path;

import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges certificates. If any path is VALID, so is the certificate. Otherwise the best path is
 * reported: the one with the lightest verdict, then with the fewest reasons, then the one found
 * first. If no path has good signatures all the way to an anchor, the likeliest one is examined to
 * say what is wrong with it.
 */
public final class PathValidator {
  private final SignatureVerifier verifier;
  private final SearchBudget budget;

  public PathValidator(SignatureVerifier verifier, SearchBudget budget) {
    this.verifier = verifier;
    this.budget = budget;
  }

  public PathJudgement judge(PathQuestion question, TrustMaterial material) {
    return new Search(question, material).judge();
  }

  /** The state of one search. */
  private final class Search {
    private final PathQuestion question;
    private final IssuerPool pool;
    private final Signatures signatures;
    private @Nullable Examination best;

    Search(PathQuestion question, TrustMaterial material) {
      this.question = question;
      this.pool = new IssuerPool(material, question);
      this.signatures = new Signatures(verifier, budget.signatures());
    }

    PathJudgement judge() {
      PathBuilder builder = new PathBuilder(question, pool, signatures, budget);
      builder.search(this::isValid);
      Examination found = best;
      if (found != null && found.verdict() == Verdict.VALID) {
        return PathJudgement.of(found);
      }
      if (builder.isExhausted()) {
        PathReason gap = new PathReason.BudgetExhausted(question.target());
        return PathJudgement.of(examine(CandidatePath.broken(List.of(question.target()), gap)));
      }
      return PathJudgement.of(found != null ? found : examine(builder.likeliest()));
    }

    private boolean isValid(CandidatePath path) {
      Examination examination = examine(path);
      if (best == null || isBetter(examination, best)) {
        best = examination;
      }
      return examination.verdict() == Verdict.VALID;
    }

    private Examination examine(CandidatePath path) {
      return new Examination(path, question, pool, signatures, budget).run();
    }
  }

  private static boolean isBetter(Examination one, Examination other) {
    int lighter = weight(one.verdict()) - weight(other.verdict());
    return lighter < 0 || (lighter == 0 && one.findings().size() < other.findings().size());
  }

  private static int weight(Verdict verdict) {
    return switch (verdict) {
      case VALID -> 0;
      case INDETERMINATE -> 1;
      case INVALID -> 2;
    };
  }
}
