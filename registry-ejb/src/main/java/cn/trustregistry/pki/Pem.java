package cn.trustregistry.pki;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Takes the textual armour of RFC 7468 off one object. */
final class Pem {
  private Pem() {}

  /** The octets between the first pair of lines with this label. */
  static byte[] decode(byte[] pem, String label) throws MalformedObjectException {
    String text = new String(pem, StandardCharsets.ISO_8859_1);
    String begin = "-----BEGIN " + label + "-----";
    int begun = text.indexOf(begin);
    int start = begun + begin.length();
    int end = begun < 0 ? -1 : text.indexOf("-----END " + label + "-----", start);
    if (end < 0) {
      throw new MalformedObjectException(label, "is neither DER nor PEM", 0);
    }
    try {
      return Base64.getDecoder().decode(text.substring(start, end).replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new MalformedObjectException(label, "has PEM content that is not base 64", start);
    }
  }
}
