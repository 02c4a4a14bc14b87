package cn.trustregistry.web.ocsp;

import cn.trustregistry.responder.OcspStatus;
import cn.trustregistry.responder.StatusAnswer;
import cn.trustregistry.responder.StatusAnswers;
import cn.trustregistry.web.access.BodyLimit;
import cn.trustregistry.web.access.BodyLimit.BodyTooLarge;
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
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code POST /ocsp}, and {@code GET /ocsp/<request in base64>}. */
@WebServlet(
    name = "ocsp",
    urlPatterns = {"/ocsp", "/ocsp/*"})
public class OcspDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(OcspDoor.class.getName());
  private static final String REQUEST = "application/ocsp-request";
  private static final String RESPONSE = "application/ocsp-response";

  /** In octets; the largest request within the limits of the responder is half of it. */
  static final int MAX_REQUEST = 8_192;

  @Inject transient StatusAnswers answers;
  @Inject transient PublicLimit limit;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Instant at = Clock.now();
    Optional<byte[]> asked = OcspPath.decode(request.getRequestURI(), request.getContextPath());
    Optional<StatusAnswer.Signed> kept = asked.flatMap(der -> answers.kept(der, at));
    if (kept.isEmpty() && isTooMuch(request, response, at)) {
      return;
    }
    StatusAnswer answer =
        kept.<StatusAnswer>map(signed -> signed)
            .or(() -> asked.map(der -> answer(der, at)))
            .orElseGet(OcspDoor::malformed);
    if (answer instanceof StatusAnswer.Signed signed && signed.keepUntil().isAfter(at)) {
      String tag = "\"" + signed.sha256() + "\"";
      response.setHeader("ETag", tag);
      response.setHeader(
          "Cache-Control",
          "max-age="
              + Duration.between(at, signed.keepUntil()).toSeconds()
              + ", public, no-transform, must-revalidate");
      response.setDateHeader("Last-Modified", signed.producedAt().toEpochMilli());
      response.setDateHeader("Expires", signed.keepUntil().toEpochMilli());
      if (tag.equals(request.getHeader("If-None-Match"))) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    } else {
      response.setHeader("Cache-Control", "no-store");
    }
    write(response, HttpServletResponse.SC_OK, answer);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Instant at = Clock.now();
    if (isTooMuch(request, response, at)) {
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    String type = request.getContentType();
    if (type == null || !type.split(";")[0].strip().equalsIgnoreCase(REQUEST)) {
      write(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, malformed());
      return;
    }
    try {
      byte[] der = BodyLimit.read(request.getInputStream(), MAX_REQUEST);
      // one with a nonce is never kept: its sender wants an answer signed just now
      StatusAnswer answer =
          answers.kept(der, at).<StatusAnswer>map(kept -> kept).orElseGet(() -> answer(der, at));
      write(response, HttpServletResponse.SC_OK, answer);
    } catch (BodyTooLarge e) {
      response.setHeader("Connection", "close");
      write(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, malformed());
    }
  }

  private boolean isTooMuch(HttpServletRequest request, HttpServletResponse response, Instant at)
      throws IOException {
    Optional<Duration> wait = limit.count("ocsp", request.getRemoteAddr(), at);
    if (wait.isEmpty()) {
      return false;
    }
    response.setHeader("Retry-After", String.valueOf(wait.get().toSeconds()));
    response.setHeader("Cache-Control", "no-store");
    write(response, 429, new StatusAnswer.Refused(OcspStatus.TRY_LATER));
    return true;
  }

  private StatusAnswer answer(byte[] der, Instant at) {
    try {
      return answers.answer(der, at);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "an OCSP request failed", e);
      return new StatusAnswer.Refused(OcspStatus.INTERNAL_ERROR);
    }
  }

  private static StatusAnswer malformed() {
    return new StatusAnswer.Refused(OcspStatus.MALFORMED_REQUEST);
  }

  private static void write(HttpServletResponse response, int status, StatusAnswer answer)
      throws IOException {
    byte[] der = answer.der();
    response.setStatus(status);
    response.setContentType(RESPONSE);
    response.setContentLength(der.length);
    response.getOutputStream().write(der);
  }
}
