package cn.trustregistry.web.health;

import cn.trustregistry.trust.EvidenceFreshness;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** How fresh each issuer's CRL is; stale ones are named, but are no outage of the registry. */
@Readiness
@ApplicationScoped
public class EvidenceHealth implements HealthCheck {
  @Inject TrustState trust;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("evidence").up();
    List<EvidenceFreshness> all =
        trust.current().map(s -> EvidenceFreshness.of(s, Clock.now())).orElse(List.of());
    long fresh = all.stream().filter(e -> e.state() == EvidenceFreshness.State.FRESH).count();
    response.withData("fresh", fresh);
    for (EvidenceFreshness one : all) {
      if (one.state() != EvidenceFreshness.State.FRESH) {
        response.withData(
            one.issuer().tenant() + ": " + one.issuer().certificate().subject(),
            one.state().code());
      }
    }
    return response.build();
  }
}
