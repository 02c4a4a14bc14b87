package cn.trustregistry.web.crl;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.publication.CrlSummary;
import cn.trustregistry.publication.Crls;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.web.access.Clock;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /crl/<tenant>/<SHA-256 of the issuer>.crl}: its newest complete list; with {@code -delta}
 * before the dot, its newest delta.
 */
@WebServlet(name = "crl", urlPatterns = "/crl/*")
public class CrlDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH =
      Pattern.compile("/([a-z0-9-]{1,32})/([0-9a-f]{64})(-delta)?\\.crl");
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Inject transient Crls crls;
  @Inject transient TrustState trust;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
    Optional<CrlSummary> crl =
        path.matches() ? find(path.group(1), path.group(2), path.group(3)) : Optional.empty();
    if (crl.isEmpty()) {
      response.sendError(404);
      return;
    }
    String tag = "\"" + crl.get().sha256() + "\"";
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "public, max-age=" + maxAge(crl.get(), Clock.now()));
    response.setDateHeader("Last-Modified", crl.get().receivedAt().toEpochMilli());
    if (isKnown(request.getHeader("If-None-Match"), tag)) {
      response.setStatus(304);
      return;
    }
    byte[] der = crls.octets(crl.get());
    response.setContentType("application/pkix-crl");
    response.setContentLength(der.length);
    response.getOutputStream().write(der);
  }

  private Optional<CrlSummary> find(String tenant, String sha256, @Nullable String delta) {
    return trust
        .current()
        .flatMap(snapshot -> snapshot.issuer(sha256))
        .filter((Issuer issuer) -> issuer.tenant().equals(tenant))
        .flatMap(issuer -> crls.newest(issuer, delta != null));
  }

  /** In seconds: never beyond the list's own end. */
  private static long maxAge(CrlSummary crl, Instant at) {
    Instant end = crl.nextUpdate();
    Duration left = end == null ? LONGEST : Duration.between(at, end);
    return Math.max(0, (left.compareTo(LONGEST) < 0 ? left : LONGEST).toSeconds());
  }

  /** RFC 9110 13.1.2: weak comparison. */
  private static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(String::strip)
            .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
  }
}
