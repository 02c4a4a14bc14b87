package cn.trustregistry.web.health;

import cn.trustregistry.receipt.issuing.ReceiptKeyring;
import cn.trustregistry.receipt.issuing.TimeStamping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether receipts can be signed and time-stamped; verdicts are given without either. */
@Readiness
@ApplicationScoped
public class ReceiptHealth implements HealthCheck {
  @Inject ReceiptKeyring keyring;
  @Inject TimeStamping timeStamping;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("receipts").up();
    response.withData("signing", keyring.canSign() ? "READY" : "NO_KEY");
    response.withData("keys", keyring.known().keys().size());
    timeStamping.problem().ifPresent(why -> response.withData("timeStampProblem", why));
    return response
        .withData("timeStamps", timeStamping.configured() ? "CONFIGURED" : "NONE")
        .build();
  }
}
