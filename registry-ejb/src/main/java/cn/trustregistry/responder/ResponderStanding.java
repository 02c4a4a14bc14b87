package cn.trustregistry.responder;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.signing.SigningAlgorithm;
import cn.trustregistry.signing.SigningIdentities;
import cn.trustregistry.signing.SigningIdentity;
import cn.trustregistry.signing.SigningUse;
import cn.trustregistry.trust.TrustSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with the keys that sign, for those who watch. */
public final class ResponderStanding {
  private static final Duration SOON = Duration.ofDays(14);

  private ResponderStanding() {}

  /** The code of each fault by what it concerns; empty if all is well. */
  public static Map<String, String> faults(
      SigningIdentities identities, TrustSnapshot snapshot, Instant at) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (SigningUse use : SigningUse.values()) {
      if (identities.signing(use, SigningAlgorithm.P256, at).isEmpty()) {
        faults.put("registry: " + use, "RESPONDER_KEY_MISSING");
      }
    }
    for (SigningIdentity identity : identities.known()) {
      if (identity.tenant() != null) {
        String code = fault(snapshot, identity, at);
        if (code != null) {
          faults.put(identity.tenant() + ": " + identity.id(), code);
        }
      }
    }
    return faults;
  }

  private static @Nullable String fault(
      TrustSnapshot snapshot, SigningIdentity identity, Instant at) {
    Certificate certificate = identity.certificate();
    if (certificate == null) {
      return "RESPONDER_CERTIFICATE_MISSING";
    }
    if (ResponderChoice.isRevoked(snapshot, identity, at)) {
      return "RESPONDER_CERTIFICATE_REVOKED";
    }
    if (certificate.notAfter().isBefore(at)) {
      return "RESPONDER_CERTIFICATE_EXPIRED";
    }
    return certificate.notAfter().isBefore(at.plus(SOON)) ? "RESPONDER_CERTIFICATE_EXPIRING" : null;
  }
}
