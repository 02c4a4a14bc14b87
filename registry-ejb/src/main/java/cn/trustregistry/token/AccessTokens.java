package cn.trustregistry.token;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.access.Scope;
import cn.trustregistry.token.TokenRefused.Reason;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Issues the registry's own access tokens (RFC 9068, with the claims of MicroProfile JWT) and
 * checks them and those of the external issuer.
 */
@ApplicationScoped
public class AccessTokens {
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  /** A token, and what its client is told with it. */
  public record Issued(String token, String scope, long lifeSeconds) {
    @Override
    public String toString() {
      return "Issued[" + scope + "]";
    }
  }

  @Inject SigningKeys keys;
  @Inject Credentials credentials;
  @Inject TokenSettings settings;
  @Inject ExternalIssuer external;

  /**
   * @param scope what the client asks for (RFC 6749 3.3), or null for all it may do
   */
  public Issued issue(Caller client, @Nullable String scope, Instant at) throws TokenRefused {
    String granted = ScopeNames.granted(scope, client);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer())
            .audience(settings.issuer())
            .subject(client.clientId())
            .claim("upn", client.clientId())
            .claim("client_id", client.clientId())
            .claim(client instanceof CaClient ? "tenant" : "centre", client.owner())
            .claim("scope", granted)
            .claim("groups", List.of(granted.split(" ")))
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(at))
            .expirationTime(Date.from(at.plus(settings.tokenLife())))
            .build();
    return new Issued(signed(claims, at), granted, settings.tokenLife().toSeconds());
  }

  /**
   * The client whose token this is, with the scopes that the token and the client both have now.
   *
   * @throws TokenRefused saying why not
   */
  public Caller check(String token, Instant at) throws TokenRefused {
    SignedToken signed = SignedToken.parse(token, SignedToken.ALGORITHMS);
    if (external.issued(signed)) {
      return external.check(signed, at);
    }
    signed.requireIssuer(settings.issuer());
    String kid = signed.keyId();
    RSAKey key =
        (kid == null ? Optional.<RSAKey>empty() : keys.verifying(kid, at))
            .orElseThrow(() -> new TokenRefused(Reason.SIGNATURE, "No key of mine is " + kid));
    if (!signed.isSignedBy(key)) {
      throw new TokenRefused(Reason.SIGNATURE, "The token's signature is wrong.");
    }
    signed.requireAudience(Set.of(settings.issuer()));
    signed.requireTime(at);
    return client(credentials, signed.text("client_id"), signed.text("scope"), at);
  }

  /** The client as it stands now, held to what the token says. */
  static Caller client(
      Credentials credentials, @Nullable String clientId, @Nullable String scope, Instant at)
      throws TokenRefused {
    Caller caller =
        Optional.ofNullable(clientId).flatMap(id -> credentials.client(id, at)).orElse(null);
    if (caller instanceof CaClient client) {
      Set<Scope> scopes = EnumSet.noneOf(Scope.class);
      scopes.addAll(ScopeNames.known(scope));
      scopes.retainAll(client.scopes());
      return new CaClient(client.tenant(), client.clientId(), Set.copyOf(scopes));
    }
    if (caller instanceof CentreClient centre && ScopeNames.mayValidate(scope)) {
      return centre;
    }
    throw new TokenRefused(
        Reason.CLIENT, "The token names no client of a CA company or a trading centre.");
  }

  private String signed(JWTClaimsSet claims, Instant at) {
    RSAKey key = keys.signing(at);
    JWSHeader header =
        new JWSHeader.Builder(SigningKeys.ALGORITHM).type(TYPE).keyID(key.getKeyID()).build();
    SignedJWT jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    }
    return jwt.serialize();
  }
}
