package cn.trustregistry.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.account.LogInOutcome.Refused;
import cn.trustregistry.account.LogInOutcome.Why;
import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Log-in at an OpenID provider (OpenID Connect Core 1.0, authorization code with PKCE, RFC 7636),
 * where one is configured. A person is known by the {@code sub} that they linked to their account
 * while logged in: a provider's word makes nobody a person here.
 */
@ApplicationScoped
public class OidcLogIn {
  /**
   * What ties the provider's answer to this browser.
   *
   * @param verifier of PKCE; its SHA-256 goes to the provider
   */
  public record Attempt(String state, String nonce, String verifier, String redirect)
      implements Serializable {}

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject LogIn logIn;
  @Inject OidcProvider provider;

  @Inject
  @ConfigProperty(name = "registry.oidc.issuer")
  Optional<String> issuer;

  public boolean isConfigured() {
    return issuer.isPresent();
  }

  /** Where to send the browser; empty if the provider does not tell its addresses. */
  public Optional<URI> begin(Attempt attempt) {
    try {
      return Optional.of(address(attempt));
    } catch (OidcProvider.ProviderFailed failed) {
      return Optional.empty();
    }
  }

  private URI address(Attempt attempt) {
    String query =
        "response_type=code&scope=openid&client_id=%s&redirect_uri=%s&state=%s&nonce=%s&code_challenge=%s&code_challenge_method=S256"
            .formatted(
                encoded(provider.clientId()),
                encoded(attempt.redirect()),
                encoded(attempt.state()),
                encoded(attempt.nonce()),
                OidcProvider.challenge(attempt.verifier()));
    String address = provider.discovery().getString("authorization_endpoint");
    return URI.create(address + (address.contains("?") ? "&" : "?") + query);
  }

  /** Lets the person in whose {@code sub} the provider vouches for. */
  @Transactional
  public LogInOutcome finish(Attempt attempt, String code, Instant at) {
    String subject = subject(attempt, code, at);
    if (subject == null) {
      return new Refused(Why.PROVIDER);
    }
    List<PersonRow> rows =
        entities
            .createQuery("select p from PersonRow p where p.oidcSubject = :sub", PersonRow.class)
            .setParameter("sub", subject)
            .getResultList();
    return logIn.proved(rows.isEmpty() ? null : rows.get(0), "OpenID provider", at);
  }

  /**
   * Links the {@code sub} that the provider vouches for to somebody who is logged in.
   *
   * @return whether it was linked; not if it is somebody else's
   */
  @Transactional
  public boolean link(Attempt attempt, String code, String name, Instant at) {
    String subject = subject(attempt, code, at);
    PersonRow row = entities.find(PersonRow.class, name, LockModeType.PESSIMISTIC_WRITE);
    if (subject == null || row == null) {
      return false;
    }
    boolean taken =
        !entities
            .createQuery(
                "select p.name from PersonRow p where p.oidcSubject = :sub and p.name <> :name",
                String.class)
            .setParameter("sub", subject)
            .setParameter("name", name)
            .getResultList()
            .isEmpty();
    if (!taken) {
      row.oidcSubject = subject;
      audit.append(name, row.owner, "OPENID_LINKED", name, subject, at);
    }
    return !taken;
  }

  private @Nullable String subject(Attempt attempt, String code, Instant at) {
    try {
      return provider.subject(attempt, code, at);
    } catch (OidcProvider.ProviderFailed failed) {
      return null;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
