package cn.trustregistry.web.account;

import cn.trustregistry.account.LogInOutcome;
import cn.trustregistry.account.LogInOutcome.Refused;
import cn.trustregistry.account.LogInOutcome.Welcome;
import cn.trustregistry.account.OidcLogIn;
import cn.trustregistry.account.OidcLogIn.Attempt;
import cn.trustregistry.account.Person;
import cn.trustregistry.web.access.Clock;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends the browser to the OpenID provider and takes it back. Who is logged in already links the
 * provider's account; who is not logs in with it.
 */
@WebServlet({"/log-in/oidc", "/log-in/oidc/callback"})
public class OidcDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient OidcLogIn oidc;
  @Inject transient SignedIn signedIn;

  @Inject
  @ConfigProperty(name = "registry.public.url")
  transient String address;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (!oidc.isConfigured()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (request.getServletPath().endsWith("callback")) {
      comeBack(request, response);
    } else {
      Attempt attempt = signedIn.attempt(address + "/log-in/oidc/callback");
      response.sendRedirect(
          oidc.begin(attempt)
              .map(URI::toString)
              .orElse("/log-in.xhtml?why=" + LogInOutcome.Why.PROVIDER));
    }
  }

  private void comeBack(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Instant at = Clock.now();
    String code = request.getParameter("code");
    Optional<Attempt> attempt = signedIn.takeAttempt(request.getParameter("state"));
    if (attempt.isEmpty() || code == null) {
      response.sendRedirect("/log-in.xhtml?why=" + LogInOutcome.Why.EXPIRED);
      return;
    }
    Optional<Person> person = signedIn.person(at);
    if (person.isPresent()) {
      boolean linked = oidc.link(attempt.get(), code, person.get().name(), at);
      response.sendRedirect("/console/account.xhtml?linked=" + linked);
      return;
    }
    LogInOutcome outcome = oidc.finish(attempt.get(), code, at);
    if (outcome instanceof Welcome welcome) {
      request.changeSessionId();
      signedIn.enter(welcome.person(), at);
      response.sendRedirect("/console/");
    } else {
      response.sendRedirect("/log-in.xhtml?why=" + ((Refused) outcome).why());
    }
  }
}
