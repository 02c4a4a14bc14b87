package cn.trustregistry.web.limits;

import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.limits.Usage.Standing;
import cn.trustregistry.web.rest.CaCompanyOnly;
import cn.trustregistry.web.rest.CurrentClient;
import cn.trustregistry.web.rest.Problem;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/** Counts each authenticated request and turns away what is too much. */
@Provider
@CaCompanyOnly
@Priority(Priorities.AUTHORIZATION)
public class RateLimit implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String STANDING = RateLimit.class.getName();

  @Inject TenantUsage usage;
  @Inject CurrentClient current;

  @Override
  public void filter(ContainerRequestContext request) {
    Standing standing = usage.of(current.caller().owner()).count(Clock.now());
    request.setProperty(STANDING, standing);
    standing.retryAfter().ifPresent(wait -> request.abortWith(tooMany(wait)));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(STANDING) instanceof Standing standing) {
      response.getHeaders().putSingle("RateLimit-Policy", standing.policies());
      response.getHeaders().putSingle("RateLimit", standing.state());
    }
  }

  private static Response tooMany(Duration wait) {
    Problem problem =
        new Problem(
            429,
            "rate-limit",
            "Too many requests",
            "Ask again in " + wait.toSeconds() + " seconds.",
            null);
    return Response.fromResponse(problem.response())
        .header(HttpHeaders.RETRY_AFTER, wait.toSeconds())
        .build();
  }
}
