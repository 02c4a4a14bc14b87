package cn.trustregistry.web.rest;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.publication.Draft;
import cn.trustregistry.publication.PublicationOutcome;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.web.access.BodyLimit.BodyIncomplete;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.access.PacedBody;
import cn.trustregistry.web.access.PacedBody.BodyTooSlow;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One bulk publication: examines a batch while the batch before is stored, and appends the results
 * of a batch only when its transaction is durable.
 */
final class BulkPublication {
  /** Lines of one transaction. */
  static final int BATCH = 500;

  /** Of a line, in octets: more than the largest certificate in base 64. */
  static final int LINE_LIMIT = 256 * 1024;

  private static final Logger LOG = Logger.getLogger(BulkPublication.class.getName());

  private final Publications publications;
  private final CaClient client;
  private final boolean dryRun;
  private final Executor executor;
  private final ResultSpool results;
  private final Tally tally = new Tally();
  private CompletableFuture<Boolean> stored = CompletableFuture.completedFuture(true);

  BulkPublication(
      Publications publications,
      CaClient client,
      boolean dryRun,
      Executor executor,
      ResultSpool results) {
    this.publications = publications;
    this.client = client;
    this.dryRun = dryRun;
    this.executor = executor;
    this.results = results;
  }

  /** Runs to the end of the body, whatever happens; the last line of the results says which. */
  void run(InputStream body) {
    JsonObject problem;
    try {
      problem = publish(new NdjsonLines(new PacedBody(body), LINE_LIMIT));
      stored.join();
    } catch (RuntimeException | IOException e) {
      problem = internal(e);
    }
    try {
      append(summary(problem));
    } catch (UncheckedIOException e) {
      LOG.log(Level.FINE, "the summary could not be kept", e);
    } finally {
      results.finish();
    }
  }

  /** Returns what kept it from reading the whole body, or null. */
  private @Nullable JsonObject publish(NdjsonLines lines) throws IOException {
    JsonObject problem = null;
    boolean more = true;
    while (more) {
      SubmissionBatch batch = new SubmissionBatch();
      try {
        more = fill(batch, lines);
      } catch (BodyTooSlow e) {
        problem = BodyTooSlowMapper.PROBLEM.json();
        more = false;
      } catch (BodyIncomplete e) {
        problem = BodyIncompleteMapper.PROBLEM.json();
        more = false;
      }
      more &= publish(batch);
    }
    return problem;
  }

  /** Returns whether the body may go on. */
  private static boolean fill(SubmissionBatch batch, NdjsonLines lines) throws IOException {
    while (batch.size() < BATCH) {
      NdjsonLines.Line line = lines.next();
      if (line == null) {
        return false;
      }
      batch.add(line);
    }
    return true;
  }

  /** Returns whether somebody still reads the results. */
  private boolean publish(SubmissionBatch batch) {
    List<Draft> drafts =
        batch.drafts(submissions -> publications.examine(client, submissions, Clock.now()));
    boolean read = stored.join();
    if (read && batch.size() > 0) {
      stored = CompletableFuture.supplyAsync(() -> store(batch.numbers(), drafts), executor);
    }
    return read;
  }

  private boolean store(List<Long> numbers, List<Draft> drafts) {
    List<PublicationOutcome> outcomes =
        dryRun
            ? publications.dryRun(client, drafts, Clock.now())
            : publications.store(client, drafts, Clock.now());
    tally.add(outcomes);
    StringBuilder text = new StringBuilder(outcomes.size() * 128);
    for (int i = 0; i < outcomes.size(); i++) {
      text.append(OutcomeJson.of("line", numbers.get(i), outcomes.get(i), dryRun)).append('\n');
    }
    JsonObjectBuilder progress = tally.json(dryRun).add("lines", numbers.get(numbers.size() - 1));
    text.append(RefusalJson.JSON.createObjectBuilder().add("progress", progress).build())
        .append('\n');
    return append(text.toString());
  }

  private boolean append(String text) {
    try {
      return results.append(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String summary(@Nullable JsonObject problem) {
    JsonObjectBuilder summary =
        tally.json(dryRun).add("dryRun", dryRun).add("complete", problem == null);
    if (problem != null) {
      summary.add("problem", problem);
    }
    return RefusalJson.JSON.createObjectBuilder().add("summary", summary).build() + "\n";
  }

  private static JsonObject internal(Exception fault) {
    UUID incident = UUID.randomUUID();
    LOG.log(Level.SEVERE, "incident " + incident, fault);
    return new Problem(
            500,
            "internal",
            "The registry failed",
            "What has a result line is published, the rest is not. Incident " + incident + ".",
            null)
        .json();
  }
}
