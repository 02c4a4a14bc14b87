package cn.trustregistry.web.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.account.Person;
import cn.trustregistry.web.access.Clock;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Optional;

/** Lets people to the pages of the console that their role may open, and nobody else anywhere. */
@WebFilter(urlPatterns = "/console/*", asyncSupported = true)
public class Gate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient SignedIn signedIn;
  @Inject transient Visits visits;
  @Inject transient SecondFactor secondFactor;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Cache-Control", "no-store");
    Optional<Person> person = signedIn.person(Clock.now());
    if (person.isEmpty()) {
      response.sendRedirect("/log-in.xhtml?to=" + URLEncoder.encode(target(request), UTF_8));
      return;
    }
    Optional<ConsolePage> page = ConsolePage.at(file(request));
    if (page.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!page.get().opensTo(person.get()) || isFromElsewhere(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (secondFactor.isMissing(person.get()) && page.get() != ConsolePage.ACCOUNT) {
      response.sendRedirect(ConsolePage.ACCOUNT.getPath());
    } else {
      visits.note(person.get(), page.get(), request);
      chain.doFilter(request, response);
    }
  }

  /** A form of another site, as the browser says (Fetch Metadata); beside Faces' own view state. */
  private static boolean isFromElsewhere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return request.getMethod().equals("POST")
        && site != null
        && !site.equals("same-origin")
        && !site.equals("none");
  }

  private static String file(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.length() <= "/console/".length() ? "" : path.substring("/console/".length());
  }

  private static String target(HttpServletRequest request) {
    String query = request.getQueryString();
    boolean page = request.getMethod().equals("GET");
    return request.getRequestURI() + (page && query != null ? "?" + query : "");
  }
}
