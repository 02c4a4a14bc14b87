package cn.trustregistry.web.soap;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.web.access.BodyLimit;
import cn.trustregistry.web.access.Callers;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.access.Identity;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  /** In octets; a batch of 1,000 certificates is about half as large. */
  static final int MAX_MESSAGE = 8 << 20;

  static final String TWELVE = "/soap12";

  @Inject transient Callers callers;

  private final transient XmlGuard guard = new XmlGuard();
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
    Set<String> actions = contracts == null ? null : contracts.actions(path);
    Optional<SoapVersion> version = SoapVersion.ofContentType(request.getContentType());
    if (actions == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (version.isEmpty() || !isUtf8(request.getContentType())) {
      faults.write(response, SoapVersion.V11, 415, Faults.invalid("WRONG_CONTENT_TYPE", null));
    } else {
      identify(request, response, version.get())
          .ifPresent(centre -> request.setAttribute(CALLER, centre));
      if (request.getAttribute(CALLER) != null) {
        admit(request, response, chain, new Admission(path, version.get(), actions));
      }
    }
  }

  private record Admission(String path, SoapVersion version, Set<String> actions) {}

  /** The caller; if there is none the answer has been written. */
  private Optional<CentreClient> identify(
      HttpServletRequest request, HttpServletResponse response, SoapVersion version)
      throws IOException {
    Identity identity = callers.of(request, Clock.now());
    if (identity instanceof Identity.Known known && known.caller() instanceof CentreClient centre) {
      return Optional.of(centre);
    }
    if (identity instanceof Identity.Known || identity instanceof Identity.InClearText) {
      String code = identity instanceof Identity.Known ? "NOT_A_CENTRE" : "TLS_REQUIRED";
      faults.write(response, version, FaultWriter.status(version), Faults.notAuthenticated(code));
    } else {
      response.setHeader("WWW-Authenticate", "Basic realm=\"trust registry\", charset=\"UTF-8\"");
      faults.write(response, version, 401, Faults.notAuthenticated("NOT_AUTHENTICATED"));
    }
    return Optional.empty();
  }

  private void admit(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Admission admission)
      throws IOException, ServletException {
    try {
      byte[] message = BodyLimit.read(request.getInputStream(), MAX_MESSAGE);
      check(guard.check(message), soapAction(request), admission);
      String suffix = admission.version() == SoapVersion.V12 ? TWELVE : "";
      chain.doFilter(new BufferedRequest(request, message, admission.path() + suffix), response);
    } catch (BodyLimit.BodyTooLarge e) {
      MessageRefused refused = new MessageRefused("BODY_TOO_LARGE", null, e.limit());
      faults.write(response, admission.version(), refused);
    } catch (MessageRefused e) {
      faults.write(response, admission.version(), e);
    }
  }

  private static void check(SoapMessage message, String soapAction, Admission admission)
      throws MessageRefused {
    if (message.version() != admission.version()) {
      throw new MessageRefused("WRONG_CONTENT_TYPE", null);
    }
    if (!admission.actions().contains(message.action())) {
      String name = message.operation().getLocalPart();
      throw new MessageRefused("UNKNOWN_OPERATION", name, message.operation().toString());
    }
    if (!soapAction.isEmpty() && !soapAction.equals(message.action())) {
      throw new MessageRefused("WRONG_SOAP_ACTION", null, soapAction, message.action());
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
