package cn.trustregistry.ocsp;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.ExecutionContext;
import org.eclipse.microprofile.faulttolerance.FallbackHandler;

/** Makes every failure of a call the same: there is no response. */
@Dependent
public class NoReply implements FallbackHandler<CompletionStage<Optional<OcspReply>>> {
  private static final Logger LOG = Logger.getLogger(NoReply.class.getName());

  @Override
  public CompletionStage<Optional<OcspReply>> handle(ExecutionContext context) {
    LOG.info(
        () -> "no OCSP response from " + context.getParameters()[0] + ": " + context.getFailure());
    return CompletableFuture.completedFuture(Optional.empty());
  }
}
