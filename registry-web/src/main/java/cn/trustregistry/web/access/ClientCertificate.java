package cn.trustregistry.web.access;

import cn.trustregistry.access.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The certificate that a client proved itself with when its TLS connection was made: to this server
 * or, where the operator says so, to the proxy before it.
 *
 * <p>A proxy's word counts only if the connection comes from one of {@code registry.mtls.proxies}
 * (addresses); the proxy must overwrite the header {@code registry.mtls.header} on every request.
 */
@ApplicationScoped
public class ClientCertificate {
  private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

  @Inject
  @ConfigProperty(name = "registry.mtls.header")
  Optional<String> header;

  @Inject
  @ConfigProperty(name = "registry.mtls.proxies")
  Optional<List<String>> proxies;

  /** Its SHA-256; empty if there is none. */
  public Optional<String> sha256(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] chain && chain.length > 0) {
      return Optional.of(sha256(chain[0]));
    }
    return header
        .filter(name -> proxies.orElse(List.of()).contains(request.getRemoteAddr()))
        .map(request::getHeader)
        .map(value -> value.replace(":", "").toLowerCase(Locale.ROOT))
        .filter(value -> FINGERPRINT.matcher(value).matches());
  }

  private static String sha256(X509Certificate certificate) {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("TLS accepted a certificate that has no encoding", e);
    }
  }
}
