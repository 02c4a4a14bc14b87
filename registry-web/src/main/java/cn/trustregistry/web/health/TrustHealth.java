package cn.trustregistry.web.health;

import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the trust snapshot is loaded; without it there are no verdicts. */
@Readiness
@ApplicationScoped
public class TrustHealth implements HealthCheck {
  @Inject TrustState trust;

  @Override
  public HealthCheckResponse call() {
    Optional<TrustSnapshot> snapshot = trust.current();
    if (snapshot.isEmpty()) {
      return HealthCheckResponse.named("trust")
          .down()
          .withData("reason", "TRUST_NOT_LOADED")
          .build();
    }
    return HealthCheckResponse.named("trust")
        .up()
        .withData("companies", snapshot.get().companies().size())
        .withData("certificates", snapshot.get().directory().size())
        .withData(
            "ruleBook", snapshot.get().recognition().newest().map(b -> b.version()).orElse(0L))
        .build();
  }
}
