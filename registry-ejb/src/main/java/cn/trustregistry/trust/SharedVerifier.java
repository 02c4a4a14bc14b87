package cn.trustregistry.trust;

import cn.trustregistry.pki.SignatureVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** One cache of verified signatures for the whole registry. */
@ApplicationScoped
public class SharedVerifier {
  private static final int REMEMBERED_SIGNATURES = 1 << 17;

  private final SignatureVerifier verifier = new SignatureVerifier(REMEMBERED_SIGNATURES);

  @Produces
  SignatureVerifier verifier() {
    return verifier;
  }
}
