package cn.trustregistry.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.pki.Digests;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 in lower-case hexadecimal, as everything here is stored. */
public final class Sha256 {
  private Sha256() {}

  public static String hex(String text) {
    return hex(text.getBytes(UTF_8));
  }

  public static String hex(byte[] octets) {
    return Digests.sha256(octets);
  }

  /** A running digest, for what does not fit into memory. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
