package cn.trustregistry.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.trustregistry.account.OidcLogIn.Attempt;
import cn.trustregistry.account.OidcProvider.ProviderFailed;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a small provider over real HTTP, which checks what it is sent as RFC 7636 says. */
class OidcProviderTest {
  private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");
  private static final Attempt ATTEMPT =
      new Attempt("state", "nonce-1", "verifier-of-this-attempt", "https://registry/callback");

  private HttpServer server;
  private String issuer;
  private RSAKey key;
  private RSAKey signer;
  private JWTClaimsSet claims;
  private OidcProvider provider;

  @BeforeEach
  void start() throws IOException, JOSEException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    signer = key;
    claims = claims("registry", "nonce-1", AT.plusSeconds(300));
    server.createContext(
        "/.well-known/openid-configuration",
        x ->
            answer(
                x,
                200,
                "{\"issuer\":\"%1$s\",\"token_endpoint\":\"%1$s/token\",\"jwks_uri\":\"%1$s/jwks\"}"
                    .formatted(issuer)));
    server.createContext("/jwks", x -> answer(x, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/token", this::token);
    server.start();
    provider = new OidcProvider();
    provider.issuer = Optional.of(issuer);
    provider.clientId = Optional.of("registry");
    provider.clientSecret = Optional.of("s3cret");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void person_is_who_the_signed_token_says() {
    assertThat(provider.subject(ATTEMPT, "the-code", AT)).isEqualTo("subject-of-somebody");
  }

  @Test
  void code_without_its_verifier_is_worth_nothing() {
    Attempt other = new Attempt("state", "nonce-1", "another-verifier", ATTEMPT.redirect());
    assertThatThrownBy(() -> provider.subject(other, "the-code", AT))
        .isInstanceOf(ProviderFailed.class);
    assertThatThrownBy(() -> provider.subject(ATTEMPT, "another-code", AT))
        .isInstanceOf(ProviderFailed.class);
  }

  @Test
  void token_for_somebody_else_of_another_attempt_or_too_old_is_refused() {
    for (JWTClaimsSet unfit :
        new JWTClaimsSet[] {
          claims("another-client", "nonce-1", AT.plusSeconds(300)),
          claims("registry", "nonce-2", AT.plusSeconds(300)),
          claims("registry", "nonce-1", AT.minusSeconds(120)),
          new JWTClaimsSet.Builder(claims).issuer("https://elsewhere.example").build(),
          new JWTClaimsSet.Builder(claims).subject(null).build()
        }) {
      claims = unfit;
      assertThatThrownBy(() -> provider.subject(ATTEMPT, "the-code", AT))
          .as(unfit.toString())
          .isInstanceOf(ProviderFailed.class);
    }
  }

  @Test
  void token_signed_by_another_key_is_refused() throws JOSEException {
    signer = new RSAKeyGenerator(2048).keyID("one").generate();
    assertThatThrownBy(() -> provider.subject(ATTEMPT, "the-code", AT))
        .isInstanceOf(ProviderFailed.class);
  }

  @Test
  void challenge_is_that_of_the_standard() {
    assertThat(OidcProvider.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        .as("RFC 7636 appendix B")
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }

  private JWTClaimsSet claims(String audience, String nonce, Instant end) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(audience)
        .subject("subject-of-somebody")
        .claim("nonce", nonce)
        .expirationTime(Date.from(end))
        .build();
  }

  private void token(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    boolean fits =
        form.contains("code=the-code")
            && form.contains("code_verifier=verifier-of-this-attempt")
            && exchange.getRequestHeaders().getFirst("Authorization").startsWith("Basic ");
    if (!fits) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    try {
      SignedJWT jwt =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
      jwt.sign(new RSASSASigner(signer));
      answer(exchange, 200, "{\"id_token\":\"" + jwt.serialize() + "\"}");
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
