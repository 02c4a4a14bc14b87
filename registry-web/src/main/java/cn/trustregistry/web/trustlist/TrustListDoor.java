package cn.trustregistry.web.trustlist;

import cn.trustregistry.trustlist.TrustList;
import cn.trustregistry.trustlist.TrustLists;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.limits.PublicLimit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /trust-list.xml}: the list in force; {@code /trust-lists/<number>.xml}: any other. */
@WebServlet(
    name = "trust-list",
    urlPatterns = {"/trust-list.xml", "/trust-lists/*"})
public class TrustListDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern NUMBER = Pattern.compile("/([1-9][0-9]{0,17})\\.xml");

  @Inject transient TrustLists lists;
  @Inject transient PublicLimit limit;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Instant at = Clock.now();
    Optional<Duration> wait = limit.count("trust-list", request.getRemoteAddr(), at);
    if (wait.isPresent()) {
      response.setHeader("Retry-After", String.valueOf(wait.get().toSeconds()));
      response.sendError(429);
      return;
    }
    boolean inForce = request.getServletPath().equals("/trust-list.xml");
    Optional<TrustList> list = inForce ? lists.current(at) : numbered(request);
    if (list.isEmpty()) {
      response.sendError(
          inForce ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = "\"" + list.get().sequence() + "\"";
    response.setHeader("ETag", tag);
    response.setDateHeader("Last-Modified", list.get().issuedAt().toEpochMilli());
    response.setHeader("Cache-Control", inForce ? "public, no-cache" : "public, max-age=86400");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("application/vnd.etsi.tsl+xml");
    response.setContentLength(list.get().xml().length);
    response.getOutputStream().write(list.get().xml());
  }

  private Optional<TrustList> numbered(HttpServletRequest request) {
    Matcher number = NUMBER.matcher(String.valueOf(request.getPathInfo()));
    return number.matches() ? lists.find(Long.parseLong(number.group(1))) : Optional.empty();
  }
}
