package cn.trustregistry.pki;

import org.jspecify.annotations.Nullable;

/** Dotted forms of the content octets of an OBJECT IDENTIFIER (ITU-T X.690 8.19). */
final class ObjectIdentifiers {
  private static final int MAX_OCTETS = 64;

  private ObjectIdentifiers() {}

  /** The dotted form, or null if the octets are no identifier or one of absurd size. */
  static @Nullable String dotted(byte[] data, int start, int length) {
    if (length == 0 || length > MAX_OCTETS || data[start + length - 1] < 0) {
      return null;
    }
    StringBuilder dotted = new StringBuilder(2 * length + 4);
    long arc = 0;
    boolean first = true;
    boolean fresh = true;
    for (int i = start; i < start + length; i++) {
      if ((fresh && data[i] == (byte) 0x80) || arc > Long.MAX_VALUE >> 8) {
        return null;
      }
      arc = arc << 7 | (data[i] & 0x7F);
      fresh = data[i] >= 0;
      if (fresh) {
        if (first) {
          long root = Math.min(arc / 40, 2);
          dotted.append(root).append('.').append(arc - 40 * root);
          first = false;
        } else {
          dotted.append('.').append(arc);
        }
        arc = 0;
      }
    }
    return dotted.toString();
  }
}
