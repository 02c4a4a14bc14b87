package cn.trustregistry.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the QR code says: a page of this registry with the token behind the number sign, so that a
 * phone that only follows the link sends the token to nobody.
 */
public final class SigningPayload {
  private static final String PAGE = "/scan.xhtml#";
  private static final Pattern TOKEN = Pattern.compile("(?:.*#)?([A-Za-z0-9_-]{43})");

  private SigningPayload() {}

  static String of(String publicUrl, String token) {
    return publicUrl.replaceFirst("/+$", "") + PAGE + token;
  }

  /** The token of a payload, or of a token alone. */
  public static Optional<String> token(String payload) {
    Matcher matcher = TOKEN.matcher(payload.strip());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
