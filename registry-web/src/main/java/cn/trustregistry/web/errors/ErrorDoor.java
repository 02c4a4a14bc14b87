package cn.trustregistry.web.errors;

import cn.trustregistry.account.NotPermitted;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns a failed request into the page that says so; web.xml sends all of them here. */
@WebServlet("/error")
public class ErrorDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(ErrorDoor.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    int status = status(request);
    String kind = kind(request, status);
    String incident = kind.equals("fault") ? incident(request) : "";
    response.setStatus(kind.equals("denied") ? 403 : kind.equals("expired") ? 409 : status);
    if (wantsPage(request)) {
      request.setAttribute("errorKind", kind);
      request.setAttribute("incident", incident);
      request.getRequestDispatcher("/error.xhtml").forward(request, response);
    } else {
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().print(status + (incident.isEmpty() ? "" : " incident " + incident));
    }
  }

  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? code
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private static String kind(HttpServletRequest request, int status) {
    for (Throwable t = thrown(request); t != null; t = t.getCause()) {
      if (t instanceof ViewExpiredException) {
        return "expired";
      }
      if (t instanceof NotPermitted) {
        return "denied";
      }
    }
    return switch (status) {
      case HttpServletResponse.SC_FORBIDDEN -> "denied";
      case HttpServletResponse.SC_NOT_FOUND -> "missing";
      default -> status < 500 ? "refused" : "fault";
    };
  }

  private static String incident(HttpServletRequest request) {
    byte[] bits = new byte[5];
    RANDOM.nextBytes(bits);
    String incident = HexFormat.of().withUpperCase().formatHex(bits);
    LOG.log(
        Level.SEVERE,
        "incident " + incident + " at " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
        thrown(request));
    return incident;
  }

  private static @Nullable Throwable thrown(HttpServletRequest request) {
    return (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }
}
