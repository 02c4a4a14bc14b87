package cn.trustregistry.pki.name;

import cn.trustregistry.pki.GeneralName;
import org.jspecify.annotations.Nullable;

/**
 * URIs at one host, or with a leading dot at the hosts below a domain. A URI without a host name,
 * or with an address in its place, is undecided: the standard has it refused wherever URIs are
 * constrained.
 */
record UriSubtree(String base) implements Subtree {
  @Override
  public Relation relationOf(GeneralName name) {
    if (!(name instanceof GeneralName.Uri uri)) {
      return Relation.OTHER_FORM;
    }
    String host = host(uri.text());
    boolean below = base.startsWith(".");
    String domain = below ? base.substring(1) : base;
    if (host == null || !(base.isEmpty() || Hosts.isProper(domain))) {
      return Relation.UNDECIDED;
    }
    boolean inside = base.isEmpty() || (below ? Hosts.isBelow(host, domain) : host.equals(domain));
    return inside ? Relation.INSIDE : Relation.OUTSIDE;
  }

  /** The host name in the authority (RFC 3986 3.2.2), folded; null if there is none. */
  private static @Nullable String host(String uri) {
    int scheme = uri.indexOf("://");
    if (scheme <= 0 || uri.indexOf(':') != scheme) {
      return null;
    }
    String authority = uri.substring(scheme + 3).split("[/?#\\\\]", 2)[0];
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = hostAndPort.indexOf(':');
    String host = Hosts.folded(colon < 0 ? hostAndPort : hostAndPort.substring(0, colon));
    return Hosts.isProper(host) && !Hosts.isNumeric(host) ? host : null;
  }
}
