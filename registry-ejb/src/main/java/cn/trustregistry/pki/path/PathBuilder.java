package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the paths from one certificate to the anchors, depth first, within a budget (RFC 4158). */
final class PathBuilder {
  private final PathQuestion question;
  private final IssuerPool pool;
  private final Signatures signatures;
  private final SearchBudget budget;
  private int steps;
  private int paths;
  private boolean exhausted;

  PathBuilder(PathQuestion question, IssuerPool pool, Signatures signatures, SearchBudget budget) {
    this.question = question;
    this.pool = pool;
    this.signatures = signatures;
    this.budget = budget;
  }

  /**
   * Hands over the complete paths whose signatures hold, one after the other, until one is accepted
   * or the budget is spent.
   */
  void search(Predicate<CandidatePath> accept) {
    List<Certificate> path = new ArrayList<>(4);
    path.add(question.target());
    extend(path, accept);
  }

  /** Whether the search ended for want of budget, so that there may be paths it did not see. */
  boolean isExhausted() {
    return exhausted;
  }

  /** Goes on from the last certificate of the path; true ends the search. */
  private boolean extend(List<Certificate> path, Predicate<CandidatePath> accept) {
    Certificate top = path.get(path.size() - 1);
    for (TrustAnchor anchor : pool.anchorsFor(top)) {
      if (isSpent(top, anchor.key())) {
        return true;
      }
      if (signatures.mayHold(top, anchor.key())
          && (accept.test(CandidatePath.to(anchor, path))
              || ++paths >= budget.paths() && spent())) {
        return true;
      }
    }
    for (Certificate issuer : pool.issuersFor(top)) {
      if (isRepeated(path, issuer)) {
        continue;
      }
      if (path.size() >= budget.depth()) {
        exhausted = true;
        return false;
      }
      if (isSpent(top, issuer.publicKey())) {
        return true;
      }
      if (signatures.mayHold(top, issuer.publicKey())) {
        path.add(issuer);
        if (extend(path, accept)) {
          return true;
        }
        path.remove(path.size() - 1);
      }
    }
    return false;
  }

  private boolean isSpent(Certificate certificate, PublicKey key) {
    return (++steps > budget.steps() || !signatures.mayVerify(certificate, key)) && spent();
  }

  private boolean spent() {
    exhausted = true;
    return true;
  }

  /** A path does not go through the same key of the same name twice (RFC 4158 2.4.2). */
  private static boolean isRepeated(List<Certificate> path, Certificate issuer) {
    for (Certificate certificate : path) {
      if (certificate.publicKey().equals(issuer.publicKey())
          && certificate.subject().equals(issuer.subject())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The path to report when none holds: at each step the first issuer whose signature is good, else
   * the likeliest one, even one that only the key identifier points to.
   */
  CandidatePath likeliest() {
    List<Certificate> path = new ArrayList<>(4);
    path.add(question.target());
    while (path.size() <= budget.depth()) {
      Certificate top = path.get(path.size() - 1);
      List<Certificate> issuers = new ArrayList<>(pool.issuersFor(top));
      issuers.removeIf(issuer -> isRepeated(path, issuer));
      TrustAnchor anchor = likeliestAnchor(top, issuers);
      if (anchor != null) {
        return CandidatePath.to(anchor, path);
      }
      Certificate issuer = likeliestIssuer(top, issuers, path);
      if (issuer == null) {
        return CandidatePath.broken(path, new PathReason.IssuerUnknown(top));
      }
      path.add(issuer);
    }
    return CandidatePath.broken(path, new PathReason.BudgetExhausted(question.target()));
  }

  private @Nullable TrustAnchor likeliestAnchor(Certificate top, List<Certificate> issuers) {
    List<TrustAnchor> anchors = pool.anchorsFor(top);
    for (TrustAnchor anchor : anchors) {
      if (holds(top, anchor.key())) {
        return anchor;
      }
    }
    return anchors.isEmpty() || issuers.stream().anyMatch(issuer -> holds(top, issuer.publicKey()))
        ? null
        : anchors.get(0);
  }

  private @Nullable Certificate likeliestIssuer(
      Certificate top, List<Certificate> issuers, List<Certificate> path) {
    for (Certificate issuer : issuers) {
      if (holds(top, issuer.publicKey())) {
        return issuer;
      }
    }
    if (!issuers.isEmpty()) {
      return issuers.get(0);
    }
    for (Certificate issuer : pool.issuersByKey(top)) {
      if (!isRepeated(path, issuer)) {
        return issuer;
      }
    }
    return null;
  }

  private boolean holds(Certificate certificate, PublicKey key) {
    return signatures.mayVerify(certificate, key) && signatures.mayHold(certificate, key);
  }
}
