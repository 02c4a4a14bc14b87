package cn.trustregistry.web.health;

import cn.trustregistry.pki.FastSignatures;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Which library verifies which kind of signature here; each of them gives the same answers. */
@Readiness
@ApplicationScoped
public class SignatureHealth implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("signatures").up();
    FastSignatures.chosen().forEach(response::withData);
    return response.build();
  }
}
