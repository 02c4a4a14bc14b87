package cn.trustregistry.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the HTTP client, which then connects to these very addresses: a name that
 * leads elsewhere a moment later makes no difference.
 */
final class CheckedAddresses implements DnsResolver {
  /** A name leads to an address that nobody may be sent to. */
  static final class NotPublic extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublic(String host) {
      super(host + " leads to an address that is not public");
    }
  }

  private final Set<String> allowed;

  /**
   * @param allowed addresses that may be used although they are not public
   */
  CheckedAddresses(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!PublicAddress.is(address) && !allowed.contains(address.getHostAddress())) {
        throw new NotPublic(host);
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
