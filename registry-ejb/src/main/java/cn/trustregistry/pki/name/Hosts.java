package cn.trustregistry.pki.name;

import java.util.Locale;

/**
 * Host and domain names in the preferred name syntax (RFC 1034 3.5, RFC 1123 2.1), compared without
 * regard to case (RFC 4343).
 */
final class Hosts {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;

  private Hosts() {}

  static String folded(String host) {
    return host.toLowerCase(Locale.ROOT);
  }

  /** Whether this is a sequence of proper labels; underscores, common in practice, are let pass. */
  static boolean isProper(String host) {
    if (host.isEmpty() || host.length() > MAX_NAME) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= host.length(); i++) {
      if (i == host.length() || host.charAt(i) == '.') {
        if (!isLabel(host, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static boolean isLabel(String host, int start, int end) {
    if (end == start
        || end - start > MAX_LABEL
        || host.charAt(start) == '-'
        || host.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = host.charAt(i);
      if (!(c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || c == '-'
          || c == '_')) {
        return false;
      }
    }
    return true;
  }

  /** Whether the last label is a number, as in an IPv4 address; no top-level domain is. */
  static boolean isNumeric(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    return !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether {@code host} is {@code domain} with at least one label before it. */
  static boolean isBelow(String host, String domain) {
    return host.length() > domain.length() + 1
        && host.endsWith(domain)
        && host.charAt(host.length() - domain.length() - 1) == '.';
  }
}
