package cn.trustregistry.web.soap;

import org.jspecify.annotations.Nullable;

/**
 * A UsernameToken as it stood in the message (WSS UsernameToken Profile 1.1.1); nothing of it is
 * proved.
 *
 * @param passwordType the URI of the password's type; null means text
 * @param nonce base64
 * @param created as it was written
 */
record UsernameToken(
    String username,
    String password,
    @Nullable String passwordType,
    @Nullable String nonce,
    @Nullable String created) {
  private static final String PROFILE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0";
  static final String DIGEST = PROFILE + "#PasswordDigest";
  static final String TEXT = PROFILE + "#PasswordText";

  boolean isDigest() {
    return DIGEST.equals(passwordType);
  }

  boolean isText() {
    return passwordType == null || TEXT.equals(passwordType);
  }

  @Override
  public String toString() {
    return "UsernameToken[" + username + "]";
  }
}
