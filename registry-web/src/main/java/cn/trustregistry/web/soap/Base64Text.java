package cn.trustregistry.web.soap;

/**
 * Looks at base 64 (RFC 4648 section 4, white space allowed as XML Schema does) as it comes in
 * pieces; what reads it later skips over what does not belong there.
 */
final class Base64Text {
  private int characters;
  private int padding;
  private boolean broken;

  void append(char[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      append(text[i]);
    }
  }

  private void append(char c) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      return;
    }
    characters++;
    if (c == '=') {
      padding++;
    } else {
      broken |= padding > 0 || !isOfAlphabet(c);
    }
  }

  private static boolean isOfAlphabet(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }

  /** Whether what came so far is base 64. */
  boolean isWhole() {
    return !broken && padding <= 2 && characters % 4 == 0;
  }
}
