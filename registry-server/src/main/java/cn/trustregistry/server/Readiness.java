package cn.trustregistry.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks the health door (MicroProfile Health, {@code /health/ready}) until the registry serves. */
final class Readiness {

  /** Migrating and loading much takes long; a failed start is noticed without waiting for this. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration ONE_QUESTION = Duration.ofSeconds(5);

  // over HTTP/2 all questions would share one connection, which a stuck one would block for good
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ONE_QUESTION)
          .build();
  private final HttpRequest question;

  Readiness(URI base) {
    question = HttpRequest.newBuilder(base.resolve("/health/ready")).timeout(ONE_QUESTION).build();
  }

  /**
   * Waits until the registry is ready.
   *
   * @param alive whether waiting still makes sense
   * @return false if it ended or the patience did
   */
  boolean await(BooleanSupplier alive) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (alive.getAsBoolean() && System.nanoTime() < end) {
      if (up()) {
        return true;
      }
      Thread.sleep(PAUSE.toMillis());
    }
    return false;
  }

  private boolean up() throws InterruptedException {
    try {
      HttpResponse<String> answer = client.send(question, BodyHandlers.ofString());
      return answer.statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
