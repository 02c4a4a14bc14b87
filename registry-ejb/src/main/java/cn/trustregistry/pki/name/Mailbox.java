package cn.trustregistry.pki.name;

import org.jspecify.annotations.Nullable;

/**
 * A mailbox as in RFC 5321 4.1.2, the form that RFC 5280 4.2.1.6 takes.
 *
 * @param localPart without quotes, which change nothing of what it means
 * @param host folded
 */
record Mailbox(String localPart, String host) {
  private static final String ATOM_SPECIALS = "!#$%&'*+-/=?^_`{|}~";

  /** The mailbox, or null if the text is none. */
  static @Nullable Mailbox of(String text) {
    int at = text.lastIndexOf('@');
    String host = Hosts.folded(text.substring(at + 1));
    if (at <= 0 || !Hosts.isProper(host)) {
      return null;
    }
    String written = text.substring(0, at);
    String localPart = isDotString(written) ? written : unquoted(written);
    return localPart == null ? null : new Mailbox(localPart, host);
  }

  private static boolean isDotString(String text) {
    boolean afterAtom = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' ? !afterAtom : !isAtomText(c)) {
        return false;
      }
      afterAtom = c != '.';
    }
    return afterAtom;
  }

  private static boolean isAtomText(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || ATOM_SPECIALS.indexOf(c) >= 0;
  }

  /** What a quoted string says; null if the text is none. */
  private static @Nullable String unquoted(String text) {
    int end = text.length() - 1;
    if (end < 1 || text.charAt(0) != '"' || text.charAt(end) != '"') {
      return null;
    }
    StringBuilder content = new StringBuilder(end);
    boolean escaped = false;
    for (int i = 1; i < end; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' && !escaped) {
        return null;
      }
      escaped = c == '\\' && !escaped;
      if (!escaped) {
        content.append(c);
      }
    }
    return escaped ? null : content.toString();
  }
}
