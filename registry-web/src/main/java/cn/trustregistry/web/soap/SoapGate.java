package cn.trustregistry.web.soap;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.web.access.BasicCredentials;
import cn.trustregistry.web.access.BodyLimit;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.wsdl.validation.v1.InvalidRequest;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Stands before Metro: who is calling, how much may be said, and whether it is harmless XML. */
@WebFilter(urlPatterns = "/soap/*", asyncSupported = true)
public class SoapGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Request attribute that holds the {@link CentreClient}. */
  static final String CALLER = SoapGate.class.getName() + ".caller";

  /** In octets. */
  static final int MAX_MESSAGE = 1 << 20;

  @Inject transient Credentials credentials;

  private final transient XmlGuard guard = new XmlGuard();
  private final transient FaultWriter faults = new FaultWriter();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!request.getMethod().equals("POST")) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Caller> caller =
        BasicCredentials.of(request.getHeader("Authorization"))
            .flatMap(b -> credentials.authenticate(b.user(), b.password(), Clock.now()));
    if (caller.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"trust registry\", charset=\"UTF-8\"");
      faults.write(response, 401, Faults.notAuthenticated("NOT_AUTHENTICATED"));
    } else if (caller.get() instanceof CentreClient centre) {
      request.setAttribute(CALLER, centre);
      admit(request, response, chain);
    } else {
      faults.write(response, 403, Faults.notAuthenticated("NOT_A_CENTRE"));
    }
  }

  private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    byte[] message;
    try {
      message = BodyLimit.read(request.getInputStream(), MAX_MESSAGE);
    } catch (BodyLimit.BodyTooLarge e) {
      faults.write(response, 413, Faults.invalid("BODY_TOO_LARGE", null, e.limit()));
      return;
    }
    Optional<InvalidRequest> wrong = guard.check(message);
    if (wrong.isPresent()) {
      faults.write(response, 500, wrong.get());
    } else {
      chain.doFilter(new BufferedRequest(request, message), response);
    }
  }
}
