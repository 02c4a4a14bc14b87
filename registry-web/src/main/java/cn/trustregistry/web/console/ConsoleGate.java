package cn.trustregistry.web.console;

import cn.trustregistry.access.Caller.Administrator;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.web.access.BasicCredentials;
import cn.trustregistry.web.access.Clock;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets administrators through to the console and nobody else. */
@WebFilter(urlPatterns = "/console/*", asyncSupported = true)
public class ConsoleGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient Credentials credentials;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean administrator =
        BasicCredentials.of(request.getHeader("Authorization"))
            .flatMap(b -> credentials.authenticate(b.user(), b.password(), Clock.now()))
            .filter(Administrator.class::isInstance)
            .isPresent();
    if (administrator) {
      response.setHeader("Cache-Control", "no-store");
      chain.doFilter(request, response);
    } else {
      response.setHeader("WWW-Authenticate", "Basic realm=\"console\", charset=\"UTF-8\"");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }
}
