package cn.trustregistry.web.rest;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.token.AccessTokens;
import cn.trustregistry.token.TokenRefused;
import cn.trustregistry.web.access.BasicCredentials;
import cn.trustregistry.web.access.BearerToken;
import cn.trustregistry.web.access.ClientCertificate;
import cn.trustregistry.web.access.Clock;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets only clients of CA companies through to {@link CaCompanyOnly} resources: by access token, by
 * client id and secret, or by the certificate of the TLS connection.
 */
@Provider
@CaCompanyOnly
@Priority(Priorities.AUTHENTICATION)
public class CaCompanyAuthentication implements ContainerRequestFilter {
  private static final String BASIC = "Basic realm=\"trust registry\", charset=\"UTF-8\"";
  private static final String BEARER = "Bearer realm=\"trust registry\"";

  @Inject Credentials credentials;
  @Inject AccessTokens tokens;
  @Inject ClientCertificate certificate;
  @Inject CurrentClient current;
  @Inject HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    Instant at = Clock.now();
    Optional<String> token = BearerToken.of(authorization);
    try {
      Optional<Caller> caller =
          token.isPresent()
              ? Optional.of(tokens.check(token.get(), at))
              : withoutToken(authorization, at);
      if (caller.isEmpty()) {
        request.abortWith(notAuthenticated());
      } else if (caller.get() instanceof CaClient client) {
        current.is(client);
      } else {
        request.abortWith(notACaCompany());
      }
    } catch (TokenRefused refused) {
      request.abortWith(invalidToken(refused));
    }
  }

  private Optional<Caller> withoutToken(@Nullable String authorization, Instant at) {
    if (authorization != null) {
      return BasicCredentials.of(authorization)
          .flatMap(b -> credentials.authenticate(b.user(), b.password(), at));
    }
    return certificate
        .sha256(servletRequest)
        .flatMap(sha256 -> credentials.authenticateCertificate(sha256, at));
  }

  private static Response notAuthenticated() {
    Problem problem =
        new Problem(
            401,
            "not-authenticated",
            "Who is calling?",
            "The client id or its secret is missing, wrong or expired.",
            null);
    return Response.fromResponse(problem.response())
        .header(HttpHeaders.WWW_AUTHENTICATE, BASIC)
        .header(HttpHeaders.WWW_AUTHENTICATE, BEARER)
        .build();
  }

  private static Response invalidToken(TokenRefused refused) {
    Problem problem =
        new Problem(
            401,
            "invalid-token",
            "The access token is not accepted",
            Problem.nameOf(refused.reason()) + ": " + refused.getMessage(),
            null);
    return Response.fromResponse(problem.response())
        .header(HttpHeaders.WWW_AUTHENTICATE, BEARER + ", error=\"invalid_token\"")
        .build();
  }

  private static Response notACaCompany() {
    return new Problem(
            403,
            "not-permitted",
            "Not for this client",
            "Only clients of CA companies may use this interface.",
            null)
        .response();
  }
}
