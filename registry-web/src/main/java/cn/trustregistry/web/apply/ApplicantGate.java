package cn.trustregistry.web.apply;

import cn.trustregistry.application.Material;
import cn.trustregistry.web.access.PacedBody;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Stands before these pages: keeps them out of caches, leads away who has no application open, and
 * keeps uploads within limits before anything reads them: a length that is told and not too large,
 * and a few at a time.
 */
@WebFilter(
    urlPatterns = {"/apply.xhtml", "/apply-materials.xhtml", "/application.xhtml", "/follow.xhtml"})
public class ApplicantGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Pages about one application. */
  private static final Set<String> ONE = Set.of("/apply-materials.xhtml", "/application.xhtml");

  /** Room for what stands around a file in a form. */
  private static final long AROUND = 64 << 10;

  /** Up to here a body that is too large is read to its end, so that the browser gets an answer. */
  private static final long POLITE = 64 << 20;

  private static final int AT_ONCE = 8;

  @Inject transient Applicant applicant;

  private final transient Semaphore uploads = new Semaphore(AT_ONCE);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Cache-Control", "no-store");
    boolean post = request.getMethod().equals("POST");
    if (post && request.getContentLengthLong() < 0) {
      response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
    } else if (post && request.getContentLengthLong() > most(request)) {
      refuse(request, response, "MATERIAL_TOO_LARGE");
    } else if (ONE.contains(request.getServletPath()) && applicant.pass().isEmpty()) {
      drain(request);
      response.sendRedirect(request.getContextPath() + "/follow.xhtml?fault=NOT_PERMITTED");
    } else if (!post || !isUpload(request)) {
      chain.doFilter(request, response);
    } else if (!uploads.tryAcquire()) {
      refuse(request, response, "TOO_MANY_REQUESTS");
    } else {
      try {
        chain.doFilter(request, response);
      } finally {
        uploads.release();
      }
    }
  }

  private static long most(HttpServletRequest request) {
    return isUpload(request) ? Material.LARGEST + AROUND : AROUND;
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType());
    return type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response, String fault)
      throws IOException {
    if (request.getContentLengthLong() > POLITE) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    drain(request);
    response.sendRedirect(request.getRequestURI() + "?fault=" + fault);
  }

  private static void drain(HttpServletRequest request) throws IOException {
    byte[] buffer = new byte[64 << 10];
    InputStream body = new PacedBody(request.getInputStream());
    int read = 0;
    while (read >= 0) {
      read = body.read(buffer);
    }
  }
}
