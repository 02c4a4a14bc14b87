package cn.trustregistry.pki.path;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureVerifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signatures verified for one question, each of them once and no more than the budget allows.
 */
final class Signatures {
  private record Link(Certificate certificate, PublicKey key, SignatureOutcome outcome) {}

  private final SignatureVerifier verifier;

  /** No more than the budget allows, so that looking through them costs nothing beside one. */
  private final List<Link> links = new ArrayList<>(4);

  private final int budget;

  Signatures(SignatureVerifier verifier, int budget) {
    this.verifier = verifier;
    this.budget = budget;
  }

  /** Whether another signature may be tried. */
  boolean mayVerify(Certificate certificate, PublicKey key) {
    return links.size() < budget || known(certificate, key) != null;
  }

  SignatureOutcome verify(Certificate certificate, PublicKey key) {
    SignatureOutcome known = known(certificate, key);
    if (known == null) {
      known = verifier.verify(certificate, key);
      links.add(new Link(certificate, key, known));
    }
    return known;
  }

  private @Nullable SignatureOutcome known(Certificate certificate, PublicKey key) {
    for (Link link : links) {
      if (link.certificate.equals(certificate) && link.key.equals(key)) {
        return link.outcome;
      }
    }
    return null;
  }

  /**
   * Whether the search may go on over this link: the signature is good, or can only be verified
   * once the path is complete.
   */
  boolean mayHold(Certificate certificate, PublicKey key) {
    return key.needsParameters() || verify(certificate, key) instanceof SignatureOutcome.Good;
  }
}
