package cn.trustregistry.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.account.OidcLogIn.Attempt;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is asked of the configured OpenID provider, and how its answers are checked. */
@ApplicationScoped
class OidcProvider {
  /** It cannot be reached or does not answer as the standard says. */
  static final class ProviderFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderFailed(String what, Throwable cause) {
      super(what, cause);
    }
  }

  private static final Logger LOG = Logger.getLogger(OidcProvider.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Inject
  @ConfigProperty(name = "registry.oidc.issuer")
  Optional<String> issuer;

  @Inject
  @ConfigProperty(name = "registry.oidc.client.id")
  Optional<String> clientId;

  @Inject
  @ConfigProperty(name = "registry.oidc.client.secret")
  Optional<String> clientSecret;

  public String clientId() {
    return clientId.orElseThrow(
        () -> new IllegalStateException("registry.oidc.client.id is not set"));
  }

  /** The provider's own description (OpenID Connect Discovery 1.0 section 4). */
  public JsonObject discovery() {
    String base = issuer.orElseThrow();
    return json(HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration")));
  }

  /** Exchanges the code and checks the ID token (OpenID Connect Core 1.0 section 3.1.3.7). */
  public String subject(Attempt attempt, String code, Instant at) {
    try {
      JsonObject discovery = discovery();
      JsonObject tokens = json(exchange(discovery.getString("token_endpoint"), attempt, code));
      SignedJWT token = SignedJWT.parse(tokens.getString("id_token"));
      JWKSet keys =
          JWKSet.parse(
              json(HttpRequest.newBuilder(URI.create(discovery.getString("jwks_uri")))).toString());
      return checked(token, keys, attempt.nonce(), at);
    } catch (ParseException | JOSEException | RuntimeException e) {
      LOG.log(Level.WARNING, "the OpenID provider's answer is not taken", e);
      throw new ProviderFailed("the OpenID provider's answer is not taken", e);
    }
  }

  private HttpRequest.Builder exchange(String endpoint, Attempt attempt, String code) {
    String form =
        "grant_type=authorization_code&code=%s&redirect_uri=%s&client_id=%s&code_verifier=%s"
            .formatted(
                encoded(code),
                encoded(attempt.redirect()),
                encoded(clientId()),
                encoded(attempt.verifier()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(endpoint))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    clientSecret.ifPresent(
        secret -> {
          String pair = encoded(clientId()) + ":" + encoded(secret);
          String basic = Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
          request.header("Authorization", "Basic " + basic);
        });
    return request;
  }

  private String checked(SignedJWT token, JWKSet keys, String nonce, Instant at)
      throws ParseException, JOSEException {
    require(ALGORITHMS.contains(token.getHeader().getAlgorithm()), "algorithm");
    JWK key = keys.getKeyByKeyId(token.getHeader().getKeyID());
    require(key instanceof AsymmetricJWK, "key");
    JWSVerifier verifier =
        new DefaultJWSVerifierFactory()
            .createJWSVerifier(token.getHeader(), ((AsymmetricJWK) key).toPublicKey());
    require(token.verify(verifier), "signature");
    JWTClaimsSet claims = token.getJWTClaimsSet();
    Date end = claims.getExpirationTime();
    require(issuer.orElseThrow().equals(claims.getIssuer()), "iss");
    require(claims.getAudience().contains(clientId()), "aud");
    require(
        claims.getAudience().size() == 1 || clientId().equals(claims.getStringClaim("azp")), "azp");
    require(end != null && at.isBefore(end.toInstant().plus(SKEW)), "exp");
    require(nonce.equals(claims.getStringClaim("nonce")), "nonce");
    require(claims.getSubject() != null && claims.getSubject().length() <= 255, "sub");
    return claims.getSubject();
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("the ID token's " + what + " does not fit");
    }
  }

  private JsonObject json(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(
              request.timeout(PATIENCE).header("Accept", "application/json").build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("the provider answered " + answer.statusCode());
      }
      return Json.createReader(new StringReader(answer.body())).readObject();
    } catch (IOException e) {
      throw new ProviderFailed("the OpenID provider cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderFailed("interrupted", e);
    }
  }

  /** RFC 7636 4.2, method S256. */
  static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
