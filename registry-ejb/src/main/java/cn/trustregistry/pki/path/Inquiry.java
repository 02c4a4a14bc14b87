package cn.trustregistry.pki.path;

import cn.trustregistry.pki.DistinguishedName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What one question and the questions it raises about signers of revocation lists have in common:
 * material, budget, and memory.
 */
final class Inquiry {
  /** A key that a list was signed with. */
  record Signer(DistinguishedName name, String keySha256, Instant when) {}

  private static final int MAX_SIGNERS = 16;

  final TrustMaterial material;
  final Signatures signatures;
  final SearchBudget budget;

  /** No more than {@value #MAX_SIGNERS} of both together. */
  private final List<Signer> open = new ArrayList<>(0);

  private final List<Settled> settled = new ArrayList<>(0);

  private record Settled(Signer signer, boolean good) {}

  Inquiry(TrustMaterial material, Signatures signatures, SearchBudget budget) {
    this.material = material;
    this.signatures = signatures;
    this.budget = budget;
  }

  /**
   * Answers whether a signer may sign, each only once and never more than {@value #MAX_SIGNERS}.
   * While the answer is being worked out the signer is taken to be good, so that a list may cover
   * its own signer's certificate; only answers found without such a loan are kept.
   */
  boolean settle(Signer signer, BooleanSupplier work) {
    for (Settled known : settled) {
      if (known.signer().equals(signer)) {
        return known.good();
      }
    }
    if (open.contains(signer)) {
      return true;
    }
    if (open.size() + settled.size() >= MAX_SIGNERS) {
      return false;
    }
    open.add(signer);
    boolean answer = work.getAsBoolean();
    open.remove(signer);
    if (open.isEmpty() || !answer) {
      settled.add(new Settled(signer, answer));
    }
    return answer;
  }
}
