package cn.trustregistry.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator decides about tokens. */
@ApplicationScoped
public class TokenSettings {
  @Inject
  @ConfigProperty(name = "registry.public.url")
  String publicUrl;

  @Inject
  @ConfigProperty(name = "registry.token.minutes", defaultValue = "10")
  int minutes;

  @Inject
  @ConfigProperty(name = "registry.token.key.days", defaultValue = "30")
  int keyDays;

  @Inject
  @ConfigProperty(name = "registry.token.external.issuer")
  Optional<String> externalIssuer;

  @Inject
  @ConfigProperty(name = "registry.token.external.jwks")
  Optional<String> externalJwks;

  @Inject
  @ConfigProperty(name = "registry.token.external.audience")
  Optional<String> externalAudience;

  /** The registry as issuer and as audience of its tokens. */
  public String issuer() {
    return publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
  }

  public String tokenEndpoint() {
    return issuer() + "/oauth2/token";
  }

  /** What a client assertion may name as its audience. */
  Set<String> assertionAudiences() {
    return Set.of(issuer(), tokenEndpoint());
  }

  public Duration tokenLife() {
    return Duration.ofMinutes(minutes);
  }

  Duration keyLife() {
    return Duration.ofDays(keyDays);
  }

  Optional<String> externalIssuer() {
    return externalIssuer;
  }

  /** An HTTPS address or a file with the external issuer's keys (RFC 7517). */
  String externalJwks() {
    return externalJwks.orElseThrow(
        () -> new IllegalStateException("registry.token.external.jwks is missing"));
  }

  String externalAudience() {
    return externalAudience.orElse(issuer());
  }
}
