package cn.trustregistry.web.rest;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.web.access.BasicCredentials;
import cn.trustregistry.web.access.Clock;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Lets only clients of CA companies through to {@link CaCompanyOnly} resources. */
@Provider
@CaCompanyOnly
@Priority(Priorities.AUTHENTICATION)
public class CaCompanyAuthentication implements ContainerRequestFilter {
  @Inject Credentials credentials;
  @Inject CurrentClient current;

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Caller> caller =
        BasicCredentials.of(request.getHeaderString(HttpHeaders.AUTHORIZATION))
            .flatMap(b -> credentials.authenticate(b.user(), b.password(), Clock.now()));
    if (caller.isEmpty()) {
      request.abortWith(notAuthenticated());
    } else if (caller.get() instanceof CaClient client) {
      current.is(client);
    } else {
      request.abortWith(notACaCompany());
    }
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
        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"trust registry\", charset=\"UTF-8\"")
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
