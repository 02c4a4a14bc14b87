package cn.trustregistry.token;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.access.Sha256;
import cn.trustregistry.token.TokenRefused.Reason;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;

/** Checks client assertions (RFC 7523, private_key_jwt of OpenID Connect Core 9). */
@ApplicationScoped
public class ClientAssertions {
  /** {@code client_assertion_type} in a token request. */
  public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int SMALLEST_RSA = 2048;

  @PersistenceContext EntityManager entities;
  @Inject Credentials credentials;
  @Inject TokenSettings settings;

  /**
   * The client that signed this assertion with one of its registered keys; works once for each.
   *
   * @throws TokenRefused saying why not
   */
  @Transactional(dontRollbackOn = TokenRefused.class)
  public Caller authenticate(String assertion, Instant at) throws TokenRefused {
    SignedToken token = SignedToken.parse(assertion, SignedToken.ALGORITHMS);
    String clientId = token.subject();
    if (clientId == null) {
      throw new TokenRefused(Reason.CLIENT, "The assertion has no subject.");
    }
    token.requireIssuer(clientId);
    if (credentials.assertionKeys(clientId, at).stream()
        .noneMatch(key -> token.isSignedBy(parse(key)))) {
      throw new TokenRefused(Reason.SIGNATURE, "No registered key of the client signed this.");
    }
    token.requireAudience(settings.assertionAudiences());
    Instant expiry = token.requireTime(at);
    if (expiry.isAfter(at.plus(LONGEST))) {
      throw new TokenRefused(Reason.TIME, "An assertion may last 10 minutes, not longer.");
    }
    use(clientId, token, expiry);
    return credentials
        .client(clientId, at)
        .orElseThrow(() -> new TokenRefused(Reason.CLIENT, "The assertion names no client."));
  }

  /**
   * A public key in the form in which it is kept.
   *
   * @throws IllegalArgumentException saying why it is not fit
   */
  public static String publicKey(String jwk) {
    try {
      JWK key = JWK.parse(jwk);
      boolean fit =
          key instanceof RSAKey rsa
              ? rsa.size() >= SMALLEST_RSA
              : key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256);
      if (key.isPrivate() || !fit) {
        throw new IllegalArgumentException(
            "A public RSA key of 2048 bits or more, or one on P-256, is needed.");
      }
      return key.toPublicJWK().toJSONString();
    } catch (ParseException e) {
      throw new IllegalArgumentException("This is not a JSON Web Key.", e);
    }
  }

  private void use(String clientId, SignedToken token, Instant expiry) throws TokenRefused {
    String jti = token.id();
    if (jti == null || jti.isBlank()) {
      throw new TokenRefused(Reason.MALFORMED, "The assertion has no jti.");
    }
    int stored =
        entities
            .createNativeQuery(
                "INSERT IGNORE INTO used_assertion (client_id, jti_sha256, expires_at)"
                    + " VALUES (?, ?, ?)")
            .setParameter(1, clientId)
            .setParameter(2, Sha256.hex(jti))
            .setParameter(3, expiry.plusSeconds(60))
            .executeUpdate();
    if (stored == 0) {
      throw new TokenRefused(Reason.REPLAYED, "This assertion was used before.");
    }
  }

  /** Forgets assertions that have expired anyway. */
  @Transactional
  public void sweep(Instant at) {
    entities
        .createQuery("delete from UsedAssertionRow u where u.expiresAt < :at")
        .setParameter("at", at)
        .executeUpdate();
  }

  private static JWK parse(String jwk) {
    try {
      return JWK.parse(jwk);
    } catch (ParseException e) {
      throw new IllegalStateException("a registered key no longer parses", e);
    }
  }
}
