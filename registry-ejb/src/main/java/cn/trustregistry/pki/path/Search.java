package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The search for the best path for one certificate. */
final class Search {
  private final PathQuestion question;
  private final Inquiry inquiry;
  private final IssuerPool pool;
  private @Nullable Examination best;

  /**
   * @param only the one anchor that counts; null if all do
   */
  Search(PathQuestion question, Inquiry inquiry, @Nullable TrustAnchor only) {
    this.question = question;
    this.inquiry = inquiry;
    this.pool = new IssuerPool(inquiry.material, question, only);
  }

  PathJudgement judge() {
    PathBuilder builder = new PathBuilder(question, pool, inquiry.signatures, inquiry.budget);
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
    return new Examination(path, question, pool, inquiry).run();
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
