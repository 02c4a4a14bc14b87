package cn.trustregistry.ocsp;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Asks one responder once over HTTP (RFC 6960 appendix A.1). */
@ApplicationScoped
public class ResponderCall {
  /** Larger responses are not read to their end. */
  static final int MAX_OCTETS = 64 << 10;

  @Inject
  @ConfigProperty(name = "registry.ocsp.timeout")
  long timeoutMillis;

  private HttpClient client;

  @PostConstruct
  void open() {
    client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofMillis(timeoutMillis))
            .build();
  }

  /**
   * @return what it answered; empty if it did not within the time limit, whose value in
   *     milliseconds is the setting {@code registry.ocsp.timeout}
   */
  @Asynchronous
  @Timeout(2_000)
  @Fallback(NoReply.class)
  public CompletionStage<Optional<OcspReply>> ask(URI responder, byte[] request)
      throws IOException, InterruptedException {
    HttpRequest post =
        HttpRequest.newBuilder(responder)
            .timeout(Duration.ofMillis(timeoutMillis))
            .header("Content-Type", "application/ocsp-request")
            .header("Accept", "application/ocsp-response")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
            .build();
    HttpResponse<InputStream> response =
        client.send(post, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      byte[] der = read(response, body);
      Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MICROS); // this is a door
      return CompletableFuture.completedFuture(Optional.of(new OcspReply(der, receivedAt)));
    }
  }

  private static byte[] read(HttpResponse<InputStream> response, InputStream body)
      throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException("the responder answered with status " + response.statusCode());
    }
    byte[] der = body.readNBytes(MAX_OCTETS + 1);
    if (der.length > MAX_OCTETS) {
      throw new IOException("the response is larger than " + MAX_OCTETS + " octets");
    }
    return der;
  }
}
