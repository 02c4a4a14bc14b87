package cn.trustregistry.web.soap;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.web.access.BodyLimit;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.limits.CentreUsage;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands before Metro, for every contract below /soap/: who is calling, how much may be said, and
 * whether it is harmless XML and an operation of this contract.
 *
 * <p>One address serves both versions of SOAP: a message of version 1.2 goes on to the endpoint
 * that sun-jaxws.xml enters for it at the same path with {@value #TWELVE} behind it.
 */
@WebFilter(urlPatterns = "/soap/*", asyncSupported = true)
public class SoapGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Request attribute that holds the {@link CentreClient}. */
  static final String CALLER = SoapGate.class.getName() + ".caller";

  private static final String ITEMS = SoapGate.class.getName() + ".items";

  /** In octets; a batch of 1,000 certificates is about half as large. */
  static final int MAX_MESSAGE = 8 << 20;

  static final String TWELVE = "/soap12";

  @Inject transient TokenCallers callers;
  @Inject transient CentreUsage usage;

  private final transient XmlGuard guard = new XmlGuard();
  private final transient SecurityStripper stripper = new SecurityStripper();
  private final transient FaultWriter faults = new FaultWriter();
  private transient @Nullable Contracts contracts;

  @Override
  public void init(FilterConfig config) throws ServletException {
    super.init(config);
    contracts = Contracts.in(config.getServletContext());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!request.getMethod().equals("POST")) {
      chain.doFilter(request, response);
      return;
    }
    String path = path(request);
    Contracts.Contract contract = contracts == null ? null : contracts.at(path);
    Optional<SoapVersion> version = SoapVersion.ofContentType(request.getContentType());
    if (contract == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (version.isEmpty() || !isUtf8(request.getContentType())) {
      faults.write(response, SoapVersion.V11, 415, Faults.invalid("WRONG_CONTENT_TYPE", null));
    } else {
      admit(request, response, chain, new Door(path, version.get(), contract));
    }
  }

  /** Where a message came to, and what is understood there. */
  private record Door(String path, SoapVersion version, Contracts.Contract contract) {
    String target() {
      return version == SoapVersion.V12 ? path + TWELVE : path;
    }
  }

  private void admit(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, Door door)
      throws IOException, ServletException {
    HttpServletRequest admitted;
    try {
      admitted = admitted(request, door);
    } catch (BodyLimit.BodyTooLarge e) {
      MessageRefused refused = new MessageRefused("BODY_TOO_LARGE", null, e.limit());
      faults.write(response, door.version(), refused);
      return;
    } catch (MessageRefused e) {
      faults.write(response, door.version(), e);
      return;
    } catch (CallerRefused e) {
      refuse(response, door, e);
      return;
    }
    CentreClient centre = (CentreClient) admitted.getAttribute(CALLER);
    int items = (Integer) admitted.getAttribute(ITEMS);
    Optional<Duration> wait = usage.count(centre.centre(), items, Clock.now());
    if (wait.isPresent()) {
      faults.write(response, door.version(), Faults.quotaExceeded(wait.get()));
    } else {
      chain.doFilter(admitted, response);
    }
  }

  /** The request with its caller, of which the message has been looked over. */
  private HttpServletRequest admitted(HttpServletRequest request, Door door)
      throws IOException, MessageRefused, CallerRefused {
    Instant at = Clock.now();
    boolean byHeader = request.getHeader("Authorization") != null;
    CentreClient early = byHeader ? callers.byConnection(request, at) : null;
    byte[] body = BodyLimit.read(request.getInputStream(), MAX_MESSAGE);
    SoapMessage message = guard.check(body, door.contract().schema());
    UsernameToken token = message.token();
    if (early != null && token != null) {
      throw new MessageRefused("TWO_CREDENTIALS", "UsernameToken");
    }
    CentreClient centre = early;
    if (centre == null) {
      centre =
          token == null ? callers.byConnection(request, at) : callers.byToken(request, token, at);
    }
    check(message, soapAction(request), door);
    byte[] passed = message.secured() ? stripper.strip(body) : body;
    BufferedRequest admitted = new BufferedRequest(request, passed, door.target());
    admitted.setAttribute(CALLER, centre);
    admitted.setAttribute(ITEMS, message.items());
    return admitted;
  }

  private void refuse(HttpServletResponse response, Door door, CallerRefused refused)
      throws IOException {
    int status = FaultWriter.status(door.version());
    if (refused.isChallenged()) {
      status = HttpServletResponse.SC_UNAUTHORIZED;
      response.addHeader("WWW-Authenticate", "Basic realm=\"trust registry\", charset=\"UTF-8\"");
      response.addHeader("WWW-Authenticate", "Bearer realm=\"trust registry\"");
    }
    faults.write(response, door.version(), status, Faults.notAuthenticated(refused.code()));
  }

  private static void check(SoapMessage message, String soapAction, Door door)
      throws MessageRefused {
    if (message.version() != door.version()) {
      throw new MessageRefused("WRONG_CONTENT_TYPE", null);
    }
    if (!door.contract().actions().contains(message.action())) {
      String name = message.operation().getLocalPart();
      throw new MessageRefused("UNKNOWN_OPERATION", name, message.operation().toString());
    }
    if (!soapAction.isEmpty() && !soapAction.equals(message.action())) {
      throw new MessageRefused("WRONG_SOAP_ACTION", null, soapAction, message.action());
    }
    if (message.flaw() != null) {
      throw message.flaw();
    }
  }

  private static String path(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.endsWith(TWELVE) ? path.substring(0, path.length() - TWELVE.length()) : path;
  }

  private static boolean isUtf8(String contentType) {
    String charset = parameter(contentType, "charset");
    return charset.isEmpty() || charset.equalsIgnoreCase("utf-8");
  }

  /** SOAP 1.1 has it in a header field, SOAP 1.2 in a parameter of the media type. */
  private static String soapAction(HttpServletRequest request) {
    String header = request.getHeader("SOAPAction");
    return header == null
        ? parameter(request.getContentType(), "action")
        : header.replace("\"", "").strip();
  }

  private static String parameter(String contentType, String name) {
    for (String part : contentType.split(";")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && pair[0].strip().toLowerCase(Locale.ROOT).equals(name)) {
        return pair[1].replace("\"", "").strip();
      }
    }
    return "";
  }
}
