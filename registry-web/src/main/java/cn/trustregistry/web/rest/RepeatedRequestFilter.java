package cn.trustregistry.web.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.access.Sha256;
import cn.trustregistry.idempotency.Begun;
import cn.trustregistry.idempotency.KeptAnswer;
import cn.trustregistry.idempotency.RepeatedRequests;
import cn.trustregistry.web.access.Clock;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers a repeated POST as the first one was answered (header {@code Idempotency-Key}).
 *
 * <p>Streams of lines (NDJSON) are left alone: they are answered line by line, and each line
 * answers the same when it is sent again.
 */
@Provider
@CaCompanyOnly
@Priority(Priorities.USER)
public class RepeatedRequestFilter implements ContainerRequestFilter {
  static final String HEADER = "Idempotency-Key";

  /** Property of a request whose answer is to be kept. */
  static final String KEY = RepeatedRequestFilter.class.getName();

  private static final Pattern KEYS = Pattern.compile("[!-~]{1,255}");
  private static final MediaType LINES = MediaType.valueOf("application/x-ndjson");

  @Inject RepeatedRequests repeated;
  @Inject CurrentClient current;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String key = request.getHeaderString(HEADER);
    if (key == null || !request.getMethod().equals(HttpMethod.POST) || isStream(request)) {
      return;
    }
    if (!KEYS.matcher(key).matches()) {
      request.abortWith(
          Problem.badRequest(
                  "invalid-parameter", HEADER, "A key is 1 to 255 visible ASCII characters.")
              .response());
      return;
    }
    String fingerprint = fingerprint(request);
    Begun begun = repeated.begin(current.caller().owner(), key, fingerprint, Clock.now());
    if (begun instanceof Begun.New) {
      request.setProperty(KEY, key);
    } else {
      request.abortWith(answer(begun));
    }
  }

  private String fingerprint(ContainerRequestContext request) throws IOException {
    SpooledBody body = SpooledBody.read(request.getEntityStream());
    request.setEntityStream(body.open());
    MessageDigest digest = Sha256.digest();
    for (String part :
        new String[] {
          current.caller().clientId(),
          request.getUriInfo().getRequestUri().getRawPath(),
          String.valueOf(request.getUriInfo().getRequestUri().getRawQuery()),
          String.valueOf(request.getMediaType())
        }) {
      digest.update((part.length() + ":" + part).getBytes(UTF_8));
    }
    digest.update(body.sha256());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Response answer(Begun begun) {
    if (begun instanceof Begun.Answered answered) {
      KeptAnswer kept = answered.answer();
      Response.ResponseBuilder response =
          Response.status(kept.status()).header("Idempotent-Replayed", "true");
      kept.headers().forEach(response::header);
      return kept.body().length == 0 ? response.build() : response.entity(kept.body()).build();
    }
    return begun instanceof Begun.Running
        ? problem(409, "request-running", "The same request is still running; ask again later.")
        : problem(422, "idempotency-key-reused", "This key was used for another request.");
  }

  private static Response problem(int status, String name, String detail) {
    return new Problem(status, name, "A repeated request", detail, HEADER).response();
  }

  private static boolean isStream(ContainerRequestContext request) {
    @Nullable MediaType type = request.getMediaType();
    return type != null && type.isCompatible(LINES) && !type.isWildcardSubtype();
  }
}
