package cn.trustregistry.token;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.token.TokenRefused.Reason;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An issuer of tokens other than this registry, if the operator configured one.
 *
 * <p>Its word is taken for who the client is and which scopes the token carries, never for the
 * tenant: that is where the client is registered here.
 */
@ApplicationScoped
class ExternalIssuer {
  @Inject TokenSettings settings;
  @Inject Credentials credentials;

  private @Nullable JWKSource<SecurityContext> keys;

  @PostConstruct
  void open() {
    if (settings.externalIssuer().isPresent()) {
      keys = source(settings.externalJwks());
    }
  }

  /** Whether the token says that it comes from there. */
  boolean issued(SignedToken token) {
    return settings.externalIssuer().filter(issuer -> issuer.equals(token.issuer())).isPresent();
  }

  Caller check(SignedToken token, Instant at) throws TokenRefused {
    if (candidates(token).stream().noneMatch(token::isSignedBy)) {
      throw new TokenRefused(Reason.SIGNATURE, "No key of the external issuer signed the token.");
    }
    token.requireAudience(Set.of(settings.externalAudience()));
    token.requireTime(at);
    String client = token.text("client_id");
    if (client == null) {
      client = token.text("azp");
    }
    return AccessTokens.client(
        credentials, client == null ? token.subject() : client, token.text("scope"), at);
  }

  private List<JWK> candidates(SignedToken token) throws TokenRefused {
    JWKSource<SecurityContext> source = keys;
    if (source == null) {
      return List.of();
    }
    try {
      JWKMatcher matcher = new JWKMatcher.Builder().keyID(token.keyId()).build();
      return source.get(new JWKSelector(matcher), null);
    } catch (KeySourceException unreachable) {
      throw new TokenRefused(Reason.SIGNATURE, "The external issuer's keys cannot be had now.");
    }
  }

  /** Keys at an address are cached five minutes, and asked for again when one is unknown. */
  private static JWKSource<SecurityContext> source(String location) {
    try {
      if (location.startsWith("https://") || location.startsWith("http://")) {
        return JWKSourceBuilder.create(URI.create(location).toURL()).retrying(true).build();
      }
      return new ImmutableJWKSet<>(JWKSet.load(Path.of(location).toFile()));
    } catch (IOException | ParseException e) {
      throw new IllegalStateException("registry.token.external.jwks cannot be read", e);
    }
  }
}
