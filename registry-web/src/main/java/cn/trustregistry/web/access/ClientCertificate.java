package cn.trustregistry.web.access;

import cn.trustregistry.access.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The certificate that a client proved itself with when its TLS connection was made: to this server
 * or, where the operator says so, to the proxy before it.
 *
 * <p>A proxy's word counts only if the connection comes from one of {@code registry.tls.proxies}
 * (addresses, between commas); the proxy must overwrite the header {@code registry.mtls.header} on
 * every request.
 */
@ApplicationScoped
public class ClientCertificate {
  private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

  @Inject
  @ConfigProperty(name = "registry.mtls.header")
  Optional<String> header;

  @Inject Transport transport;

  /** Its SHA-256; empty if there is none, or one that is outside its validity. */
  public Optional<String> sha256(HttpServletRequest request, Instant at) {
    if (request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] chain && chain.length > 0) {
      return Optional.of(chain[0]).filter(c -> isValid(c, at)).map(ClientCertificate::sha256);
    }
    return header
        .filter(name -> transport.isFromProxy(request))
        .map(request::getHeader)
        .map(value -> value.replace(":", "").toLowerCase(Locale.ROOT))
        .filter(value -> FINGERPRINT.matcher(value).matches());
  }

  private static boolean isValid(X509Certificate certificate, Instant at) {
    return !at.isBefore(certificate.getNotBefore().toInstant())
        && !at.isAfter(certificate.getNotAfter().toInstant());
  }

  private static String sha256(X509Certificate certificate) {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("TLS accepted a certificate that has no encoding", e);
    }
  }
}
