package cn.trustregistry.access;

import java.security.SecureRandom;
import java.util.Base64;

/** A new secret; the only moment it is known. */
public record IssuedSecret(String clientId, String secret) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static IssuedSecret random(String clientId) {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new IssuedSecret(clientId, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  @Override
  public String toString() {
    return "IssuedSecret[" + clientId + "]";
  }
}
