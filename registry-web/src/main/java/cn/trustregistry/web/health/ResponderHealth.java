package cn.trustregistry.web.health;

import cn.trustregistry.responder.ResponderStanding;
import cn.trustregistry.signing.SigningIdentities;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Which keys of the OCSP responder and the trust list are missing or about to end; named, but no
 * outage: verdicts go on, and the registry signs where a delegated responder cannot.
 */
@Readiness
@ApplicationScoped
public class ResponderHealth implements HealthCheck {
  @Inject SigningIdentities identities;
  @Inject TrustState trust;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("responders").up();
    trust
        .current()
        .ifPresent(
            snapshot ->
                ResponderStanding.faults(identities, snapshot, Clock.now())
                    .forEach(response::withData));
    return response.build();
  }
}
