package cn.trustregistry.responder;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.SignatureOutcome;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.signing.SigningIdentity;
import cn.trustregistry.signing.SigningUse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Whether a certificate delegates signing OCSP responses to a key: RFC 6960 4.2.2.2. */
final class Delegation {
  private final SignatureVerifier verifier;

  Delegation(SignatureVerifier verifier) {
    this.verifier = verifier;
  }

  /** What is wrong with it; empty if nothing is. */
  Optional<String> objection(
      Certificate certificate, SigningIdentity identity, Issuer issuer, Instant at) {
    if (!certificate.publicKey().equals(identity.keys().publicKey())) {
      return Optional.of("It is not for the key of the request.");
    }
    if (!certificate.issuer().equals(issuer.certificate().subject())
        || !(verifier.verify(certificate, issuer.certificate().publicKey())
            instanceof SignatureOutcome.Good)) {
      return Optional.of("It was not issued by " + issuer.certificate().subject() + " itself.");
    }
    Set<String> purposes = certificate.extensions().extendedKeyUsage();
    if (purposes == null || !purposes.contains(SigningUse.OCSP.purpose())) {
      return Optional.of("Its extended key usage lacks id-kp-OCSPSigning.");
    }
    if (!certificate.extensions().allows(KeyUsage.DIGITAL_SIGNATURE)
        || certificate.extensions().isCa()) {
      return Optional.of("Its key usage or basic constraints do not fit a responder.");
    }
    return at.isBefore(certificate.notBefore()) || at.isAfter(certificate.notAfter())
        ? Optional.of(
            "It is valid from " + certificate.notBefore() + " to " + certificate.notAfter() + ".")
        : Optional.empty();
  }
}
