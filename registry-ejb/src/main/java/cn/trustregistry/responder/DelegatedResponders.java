package cn.trustregistry.responder;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.responder.ResponderRefused.Kind;
import cn.trustregistry.signing.SigningAlgorithm;
import cn.trustregistry.signing.SigningIdentities;
import cn.trustregistry.signing.SigningIdentity;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Responders that companies' issuers delegate to: the registry makes the key, the company has the
 * issuer certify it and brings the certificate.
 */
@ApplicationScoped
public class DelegatedResponders {
  /** Of one issuer at a time: one that signs, and its successor. */
  private static final int MOST = 2;

  @Inject TrustState trust;
  @Inject SigningIdentities identities;
  @Inject SignatureVerifier verifier;

  /**
   * Makes a key and a request for its certificate.
   *
   * @param issuerSha256 one of the company's own admitted issuers
   * @throws ResponderRefused saying why not
   */
  public SigningIdentity request(
      CaClient client, String issuerSha256, SigningAlgorithm algorithm, Instant at) {
    require(client, Scope.PUBLISH);
    issuer(client, issuerSha256);
    long there = of(client, issuerSha256).stream().filter(r -> isAlive(r, at)).count();
    if (there >= MOST) {
      throw new ResponderRefused(
          Kind.TOO_MANY_RESPONDERS, "This issuer has " + there + "; end one of them first.");
    }
    return identities.createDelegated(
        client.tenant(), issuerSha256, algorithm, client.clientId(), at);
  }

  /**
   * Takes the certificate that the issuer issued; from then on the responder signs.
   *
   * @throws ResponderRefused saying why not
   */
  public SigningIdentity certify(CaClient client, String id, byte[] pemOrDer, Instant at) {
    require(client, Scope.PUBLISH);
    SigningIdentity identity = find(client, id);
    if (identity.certificate() != null) {
      throw new ResponderRefused(
          Kind.RESPONDER_CERTIFIED, "It has a certificate; request another responder.");
    }
    Certificate certificate = read(pemOrDer);
    new Delegation(verifier)
        .objection(certificate, identity, issuer(client, identity.issuerSha256()), at)
        .ifPresent(
            objection -> {
              throw new ResponderRefused(Kind.UNFIT_CERTIFICATE, objection);
            });
    return identities.certify(id, certificate, client.clientId(), at);
  }

  /** Ends a responder; answers are then signed by another one or by the registry. */
  public void retire(CaClient client, String id, Instant at) {
    require(client, Scope.PUBLISH);
    find(client, id);
    identities.retire(id, client.clientId(), at);
  }

  /** Those of the client's own company. */
  public List<SigningIdentity> of(CaClient client) {
    require(client, Scope.READ);
    return own(client);
  }

  /** One of the client's own company's. */
  public SigningIdentity find(CaClient client, String id) {
    return own(client).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new ResponderRefused(Kind.UNKNOWN_RESPONDER, "There is no such responder."));
  }

  private List<SigningIdentity> of(CaClient client, String issuerSha256) {
    return own(client).stream().filter(each -> issuerSha256.equals(each.issuerSha256())).toList();
  }

  private List<SigningIdentity> own(CaClient client) {
    return identities.known().stream()
        .filter(each -> client.tenant().equals(each.tenant()))
        .toList();
  }

  private static boolean isAlive(SigningIdentity responder, Instant at) {
    Certificate certificate = responder.certificate();
    return certificate == null || !certificate.notAfter().isBefore(at);
  }

  private Issuer issuer(CaClient client, @Nullable String sha256) {
    return trust
        .required()
        .issuer(String.valueOf(sha256))
        .filter(issuer -> issuer.tenant().equals(client.tenant()))
        .orElseThrow(
            () -> new ResponderRefused(Kind.UNKNOWN_ISSUER, "You have no such admitted issuer."));
  }

  private static Certificate read(byte[] pemOrDer) {
    try {
      return Certificate.read(pemOrDer);
    } catch (MalformedObjectException e) {
      throw new ResponderRefused(Kind.MALFORMED_CERTIFICATE, String.valueOf(e.getMessage()));
    }
  }

  private static void require(CaClient client, Scope scope) {
    if (!client.may(scope)) {
      throw new ResponderRefused(Kind.NOT_PERMITTED, "This client lacks the scope " + scope + ".");
    }
  }
}
