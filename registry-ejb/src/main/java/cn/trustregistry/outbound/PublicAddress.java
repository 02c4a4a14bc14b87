package cn.trustregistry.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the public internet from all others (IANA special-purpose address registries,
 * RFC 6890).
 */
final class PublicAddress {
  private PublicAddress() {}

  static boolean is(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] octets = address.getAddress();
    return address instanceof Inet6Address ? isPublic6(octets) : isPublic4(octets);
  }

  private static boolean isPublic4(byte[] a) {
    int first = a[0] & 0xff;
    int second = a[1] & 0xff;
    int third = a[2] & 0xff;
    boolean special =
        first == 0
            || first >= 240
            || (first == 100 && second >= 64 && second < 128)
            || (first == 192 && second == 0 && (third == 0 || third == 2))
            || (first == 192 && second == 88 && third == 99)
            || (first == 198 && (second == 18 || second == 19))
            || (first == 198 && second == 51 && third == 100)
            || (first == 203 && second == 0 && third == 113);
    return !special;
  }

  /** Global unicast only (2000::/3), and an IPv4 address within it must be public itself. */
  private static boolean isPublic6(byte[] a) {
    if ((a[0] & 0xe0) != 0x20) {
      return false;
    }
    int head = ((a[0] & 0xff) << 8) | (a[1] & 0xff);
    int next = ((a[2] & 0xff) << 8) | (a[3] & 0xff);
    if (head == 0x2002) {
      return embedded(Arrays.copyOfRange(a, 2, 6));
    }
    // 2001::/23 holds Teredo, ORCHID and benchmarking; 2001:db8::/32 and 3fff::/20 documentation
    return !(head == 0x2001 && (next < 0x0200 || next == 0x0db8))
        && !(head == 0x3fff && next < 0x1000);
  }

  private static boolean embedded(byte[] four) {
    try {
      return is(InetAddress.getByAddress(four));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four octets are an address", e);
    }
  }
}
