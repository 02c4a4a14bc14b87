package cn.trustregistry.web.ocsp;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.signing.SigningIdentities;
import cn.trustregistry.signing.SigningIdentity;
import cn.trustregistry.signing.SigningUse;
import cn.trustregistry.web.access.Clock;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * {@code /registry-certificates/ocsp.pem} and {@code trust-list.pem}: the certificates that clients
 * take in to trust what the registry signs in its own name.
 */
@WebServlet(name = "registry-certificates", urlPatterns = "/registry-certificates/*")
public class RegistryCertificatesDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  @Inject transient SigningIdentities identities;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (String.valueOf(request.getPathInfo())) {
      case "/ocsp.pem" -> write(response, SigningUse.OCSP);
      case "/trust-list.pem" -> write(response, SigningUse.TRUST_LIST);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void write(HttpServletResponse response, SigningUse use) throws IOException {
    byte[] pem =
        identities.own(use, Clock.now()).stream()
            .map(SigningIdentity::certificate)
            .map(RegistryCertificatesDoor::pem)
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.US_ASCII);
    response.setContentType("application/x-pem-file");
    response.setHeader("Cache-Control", "public, max-age=3600");
    response.setContentLength(pem.length);
    response.getOutputStream().write(pem);
  }

  private static String pem(Certificate certificate) {
    return "-----BEGIN CERTIFICATE-----\n"
        + LINES.encodeToString(certificate.der())
        + "\n-----END CERTIFICATE-----\n";
  }
}
