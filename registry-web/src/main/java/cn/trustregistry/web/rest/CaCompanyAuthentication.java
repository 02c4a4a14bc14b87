package cn.trustregistry.web.rest;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.token.TokenRefused;
import cn.trustregistry.web.access.Callers;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.access.Identity;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets only clients of CA companies, and of centres where they may, through to {@link
 * CaCompanyOnly} resources.
 */
@Provider
@CaCompanyOnly
@Priority(Priorities.AUTHENTICATION)
public class CaCompanyAuthentication implements ContainerRequestFilter {
  private static final String BASIC = "Basic realm=\"trust registry\", charset=\"UTF-8\"";
  private static final String BEARER = "Bearer realm=\"trust registry\"";

  @Inject Callers callers;
  @Inject CurrentClient current;
  @Inject HttpServletRequest servletRequest;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Identity identity = callers.of(servletRequest, Clock.now());
    if (identity instanceof Identity.Known known) {
      admit(request, known.caller());
    } else if (identity instanceof Identity.TokenNotAccepted token) {
      request.abortWith(invalidToken(token.why()));
    } else if (identity instanceof Identity.InClearText) {
      request.abortWith(inClearText());
    } else {
      request.abortWith(notAuthenticated());
    }
  }

  private void admit(ContainerRequestContext request, Caller caller) {
    boolean centresToo = resource.getResourceClass().isAnnotationPresent(CentresToo.class);
    if (caller instanceof CaClient || (centresToo && caller instanceof CentreClient)) {
      current.is(caller);
    } else {
      request.abortWith(notACaCompany());
    }
  }

  private static Response inClearText() {
    return new Problem(
            403,
            "tls-required",
            "Credentials belong into TLS",
            "They came over plain HTTP from another machine. Use https, and replace what was sent.",
            null)
        .response();
  }

  private static Response notAuthenticated() {
    Problem problem =
        new Problem(
            401,
            "not-authenticated",
            "Who is calling?",
            "The client id, its secret or its certificate is missing, wrong or expired.",
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
