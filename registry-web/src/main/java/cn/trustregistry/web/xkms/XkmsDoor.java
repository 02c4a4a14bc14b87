package cn.trustregistry.web.xkms;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.web.access.BodyLimit;
import cn.trustregistry.web.access.BodyLimit.BodyTooLarge;
import cn.trustregistry.web.access.Callers;
import cn.trustregistry.web.access.Clock;
import cn.trustregistry.web.access.Identity;
import cn.trustregistry.web.xkms.XkmsRefused.Major;
import cn.trustregistry.web.xkms.XkmsRefused.Minor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code POST /xkms}: messages of XKMS 2.0 in SOAP, from a client of a trading centre. */
@WebServlet(name = "xkms", urlPatterns = "/xkms")
public class XkmsDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(XkmsDoor.class.getName());

  /** In octets. */
  static final int MAX_MESSAGE = 262_144;

  @Inject transient Callers callers;
  @Inject transient Validating validating;
  @Inject transient Locating locating;

  @Inject
  @ConfigProperty(name = "registry.public.url")
  transient String url;

  private transient String service = "";

  @Override
  public void init() {
    service = url + "/xkms";
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String type = String.valueOf(request.getContentType()).split(";")[0].strip();
    boolean twelve = type.equalsIgnoreCase("application/soap+xml");
    String soap = twelve ? XkmsRequest.SOAP_12 : XkmsRequest.SOAP_11;
    if (!twelve && !type.equalsIgnoreCase("text/xml")) {
      refuse(response, 415, soap, new XkmsRefused(Minor.FAILURE, "Not the media type of SOAP."));
      return;
    }
    Identity identity = callers.of(request, Clock.now());
    if (!(identity instanceof Identity.Known known
        && known.caller() instanceof CentreClient centre)) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"trust registry\", charset=\"UTF-8\"");
      boolean clear = identity instanceof Identity.InClearText;
      String detail =
          clear ? "TLS_REQUIRED" : "Only clients of trading centres may ask: NOT_AUTHENTICATED.";
      refuse(response, 401, soap, new XkmsRefused(Minor.NO_AUTHENTICATION, detail));
      return;
    }
    try {
      byte[] message = BodyLimit.read(request.getInputStream(), MAX_MESSAGE);
      XkmsRequest asked = XkmsRequest.read(message);
      write(response, HttpServletResponse.SC_OK, soap, answer(centre, asked));
    } catch (BodyTooLarge e) {
      response.setHeader("Connection", "close");
      refuse(response, 413, soap, new XkmsRefused(Minor.FAILURE, String.valueOf(e.getMessage())));
    } catch (XkmsRefused e) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, soap, e);
    }
  }

  private byte[] answer(CentreClient centre, XkmsRequest request) {
    XkmsAnswer answer = new XkmsAnswer(service, request);
    try {
      return switch (request.name()) {
        case "ValidateRequest" ->
            answer.validated(validating.validate(centre, request, Clock.now()));
        case "LocateRequest" -> answer.located(locating.locate(request));
        default ->
            answer.refused(
                new XkmsRefused(
                    Minor.MESSAGE_NOT_SUPPORTED, "Only Validate and Locate are supported."));
      };
    } catch (XkmsRefused e) {
      return answer.refused(e);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "an XKMS request failed", e);
      return answer.refused(new XkmsRefused(Major.RECEIVER, Minor.FAILURE, "INTERNAL"));
    }
  }

  private void refuse(HttpServletResponse response, int status, String soap, XkmsRefused refused)
      throws IOException {
    write(response, status, soap, XkmsAnswer.refused(soap, service, refused));
  }

  private static void write(HttpServletResponse response, int status, String soap, byte[] answer)
      throws IOException {
    response.setStatus(status);
    response.setContentType(
        soap.equals(XkmsRequest.SOAP_12)
            ? "application/soap+xml; charset=utf-8"
            : "text/xml; charset=utf-8");
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
  }
}
