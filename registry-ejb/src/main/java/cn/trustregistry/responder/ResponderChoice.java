package cn.trustregistry.responder;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.signing.SigningAlgorithm;
import cn.trustregistry.signing.SigningIdentities;
import cn.trustregistry.signing.SigningIdentity;
import cn.trustregistry.signing.SigningUse;
import cn.trustregistry.trust.TrustSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who signs: the responder that the issuer asked about delegates to (RFC 6960 4.2.2.2), or else the
 * registry in its own name, which clients trust by configuration.
 */
@ApplicationScoped
class ResponderChoice {
  @Inject SigningIdentities identities;

  @Inject
  @ConfigProperty(name = "registry.ocsp.gm")
  boolean gm;

  /**
   * @param issuers whose certificates are asked about; empty if others are as well
   */
  Optional<SigningIdentity> signer(TrustSnapshot snapshot, Set<Issuer> issuers, Instant at) {
    boolean oneKey = issuers.stream().map(i -> i.certificate().publicKey()).distinct().count() == 1;
    return Optional.of(issuers)
        .filter(all -> oneKey)
        .flatMap(all -> delegated(snapshot, all, at))
        .or(() -> own(issuers, at));
  }

  private Optional<SigningIdentity> delegated(
      TrustSnapshot snapshot, Set<Issuer> issuers, Instant at) {
    Set<String> names = issuers.stream().map(Issuer::sha256).collect(Collectors.toSet());
    return identities.known().stream()
        .filter(each -> each.issuerSha256() != null && names.contains(each.issuerSha256()))
        .filter(each -> each.signsAt(at) && !isRevoked(snapshot, each, at))
        .reduce((older, newer) -> newer);
  }

  /** Whether a list of the issuer names the responder's certificate. */
  static boolean isRevoked(TrustSnapshot snapshot, SigningIdentity identity, Instant at) {
    Certificate certificate = identity.certificate();
    String sha256 = identity.issuerSha256();
    return certificate != null
        && sha256 != null
        && snapshot
            .issuer(sha256)
            .map(
                issuer ->
                    snapshot
                        .revocation()
                        .listed(
                            issuer.certificate().subject(),
                            issuer.certificate().publicKey(),
                            certificate.serial(),
                            at))
            .isPresent();
  }

  private Optional<SigningIdentity> own(Set<Issuer> issuers, Instant at) {
    boolean sm2 =
        gm
            && !issuers.isEmpty()
            && issuers.stream().allMatch(i -> i.certificate().publicKey().isSm2());
    return identities.signing(
        SigningUse.OCSP, sm2 ? SigningAlgorithm.SM2 : SigningAlgorithm.P256, at);
  }
}
