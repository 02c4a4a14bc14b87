package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureVerifier;
import java.util.HashMap;
import java.util.Map;

/**
 * The signatures verified for one question, each of them once and no more than the budget allows.
 */
final class Signatures {
  private record Link(Certificate certificate, PublicKey key) {}

  private final SignatureVerifier verifier;
  private final Map<Link, SignatureOutcome> outcomes = new HashMap<>(8);
  private int left;

  Signatures(SignatureVerifier verifier, int budget) {
    this.verifier = verifier;
    this.left = budget;
  }

  /** Whether another signature may be tried. */
  boolean mayVerify(Certificate certificate, PublicKey key) {
    return left > 0 || outcomes.containsKey(new Link(certificate, key));
  }

  SignatureOutcome verify(Certificate certificate, PublicKey key) {
    Link link = new Link(certificate, key);
    SignatureOutcome known = outcomes.get(link);
    if (known == null) {
      left--;
      known = verifier.verify(certificate, key);
      outcomes.put(link, known);
    }
    return known;
  }

  /**
   * Whether the search may go on over this link: the signature is good, or can only be verified
   * once the path is complete.
   */
  boolean mayHold(Certificate certificate, PublicKey key) {
    return key.needsParameters() || verify(certificate, key) instanceof SignatureOutcome.Good;
  }
}
