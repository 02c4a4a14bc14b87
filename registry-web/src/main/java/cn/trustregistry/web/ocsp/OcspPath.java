package cn.trustregistry.web.ocsp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.Optional;

/**
 * The request in the address of a GET (RFC 6960 A.1): base64, of which some clients escape the
 * slashes, plus and equals signs and others do not.
 */
final class OcspPath {
  private static final String DOOR = "/ocsp/";

  /** RFC 5019 5: longer ones are posted; some leave a margin. */
  static final int MAX_LENGTH = 1_024;

  private OcspPath() {}

  /** The request; empty if there is none. */
  static Optional<byte[]> decode(String uri, String contextPath) {
    String path = uri.substring(contextPath.length());
    if (!path.startsWith(DOOR) || path.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      String text = unescaped(path.substring(DOOR.length()));
      return Optional.of(Base64.getDecoder().decode(text.getBytes(ISO_8859_1)))
          .filter(der -> der.length > 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%' && i + 2 < text.length()) {
        plain.append((char) Integer.parseInt(text, i + 1, i + 3, 16));
        i += 2;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }
}
