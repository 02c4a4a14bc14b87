package cn.trustregistry.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which connections may carry credentials: those over TLS, those from this machine, and those from
 * the proxies that end TLS for us ({@code registry.tls.proxies}, addresses between commas). {@code
 * registry.http.credentials=anywhere} lifts that, for closed networks.
 */
@ApplicationScoped
public class Transport {
  private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

  @Inject
  @ConfigProperty(name = "registry.tls.proxies")
  Optional<String> proxies;

  @Inject
  @ConfigProperty(name = "registry.http.credentials", defaultValue = "secure")
  String credentials;

  public boolean mayCarryCredentials(HttpServletRequest request) {
    return request.isSecure()
        || THIS_MACHINE.contains(request.getRemoteAddr())
        || isFromProxy(request)
        || credentials.equals("anywhere");
  }

  /** Whether a proxy of the operator's sent it, whose word counts. */
  boolean isFromProxy(HttpServletRequest request) {
    return proxies
        .map(text -> List.of(text.strip().split("\\s*,\\s*")).contains(request.getRemoteAddr()))
        .orElse(false);
  }
}
