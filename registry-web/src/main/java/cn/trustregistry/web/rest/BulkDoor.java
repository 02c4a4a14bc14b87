package cn.trustregistry.web.rest;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.publication.Publications;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Lets in a few bulk publications at a time. */
@ApplicationScoped
public class BulkDoor {
  static final String NDJSON = "application/x-ndjson";

  private static final int AT_A_TIME = 4;

  @Inject Publications publications;
  @Resource ManagedExecutorService executor;

  private final Semaphore places = new Semaphore(AT_A_TIME);

  /** Answers while the body is still being read. */
  public Response publish(CaClient client, boolean dryRun, InputStream body) {
    if (!places.tryAcquire()) {
      return Response.fromResponse(busy().response()).header(HttpHeaders.RETRY_AFTER, 30).build();
    }
    StreamingOutput answer =
        out -> {
          try (ResultSpool results = new ResultSpool()) {
            BulkPublication publication =
                new BulkPublication(publications, client, dryRun, executor, results);
            CompletableFuture<Void> work =
                CompletableFuture.runAsync(() -> publication.run(body), executor);
            results.copyTo(out);
            work.join();
          } finally {
            places.release();
          }
        };
    return Response.ok(answer, NDJSON).build();
  }

  private static Problem busy() {
    return new Problem(
        503,
        "too-many-bulk-requests",
        "Too many bulk publications",
        AT_A_TIME + " bulk publications are running; try again in half a minute.",
        null);
  }
}
