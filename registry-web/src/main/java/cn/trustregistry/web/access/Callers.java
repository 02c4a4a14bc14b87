package cn.trustregistry.web.access;

import cn.trustregistry.access.Caller;
import cn.trustregistry.access.Credentials;
import cn.trustregistry.token.AccessTokens;
import cn.trustregistry.token.TokenRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * Says who sent a request: by access token (RFC 6750), by client id and secret (RFC 7617), or by
 * the certificate of the TLS connection (RFC 8705). What stands in the {@code Authorization} header
 * wins over the certificate.
 */
@ApplicationScoped
public class Callers {
  @Inject Credentials credentials;
  @Inject AccessTokens tokens;
  @Inject ClientCertificate certificate;
  @Inject Transport transport;

  public Identity of(HttpServletRequest request, Instant at) {
    String authorization = request.getHeader("Authorization");
    if (authorization == null) {
      return known(byCertificate(request, at));
    }
    if (!transport.mayCarryCredentials(request)) {
      return new Identity.InClearText();
    }
    Optional<String> token = BearerToken.of(authorization);
    if (token.isEmpty()) {
      return known(
          BasicCredentials.of(authorization)
              .flatMap(b -> credentials.authenticate(b.user(), b.password(), at)));
    }
    try {
      return new Identity.Known(tokens.check(token.get(), at));
    } catch (TokenRefused refused) {
      return new Identity.TokenNotAccepted(refused);
    }
  }

  /** The client whose certificate the TLS connection was made with. */
  public Optional<Caller> byCertificate(HttpServletRequest request, Instant at) {
    return certificate
        .sha256(request, at)
        .flatMap(sha256 -> credentials.authenticateCertificate(sha256, at));
  }

  private static Identity known(Optional<Caller> caller) {
    return caller.<Identity>map(Identity.Known::new).orElseGet(Identity.Unknown::new);
  }
}
