package cn.trustregistry.pki.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;

/** Digests of content: SHA (FIPS 180-4) and SM3 (GM/T 0004). */
public enum DigestAlgorithm {
  SHA_1("SHA-1", 20, "1.3.14.3.2.26"),
  SHA_224("SHA-224", 28, "2.16.840.1.101.3.4.2.4"),
  SHA_256("SHA-256", 32, "2.16.840.1.101.3.4.2.1"),
  SHA_384("SHA-384", 48, "2.16.840.1.101.3.4.2.2"),
  SHA_512("SHA-512", 64, "2.16.840.1.101.3.4.2.3"),
  SM3("SM3", 32, "1.2.156.10197.1.401");

  /** SM3 "without a key" (GM/T 0006), which some signers write for SM3. */
  private static final String SM3_WITHOUT_KEY = "1.2.156.10197.1.401.1";

  private final String text;
  private final int octets;
  private final String oid;

  DigestAlgorithm(String text, int octets, String oid) {
    this.text = text;
    this.octets = octets;
    this.oid = oid;
  }

  /** The algorithm of an identifier in dotted form, or null if it is not one of these. */
  static @Nullable DigestAlgorithm of(String oid) {
    for (DigestAlgorithm algorithm : values()) {
      if (algorithm.oid.equals(oid)) {
        return algorithm;
      }
    }
    return oid.equals(SM3_WITHOUT_KEY) ? SM3 : null;
  }

  String oid() {
    return oid;
  }

  /** Its usual name, as in {@code SHA-256}. */
  public String text() {
    return text;
  }

  /** Length of its digests. */
  public int octets() {
    return octets;
  }

  byte[] of(byte[] content) {
    if (this == SM3) {
      SM3Digest digest = new SM3Digest();
      digest.update(content, 0, content.length);
      byte[] value = new byte[digest.getDigestSize()];
      digest.doFinal(value, 0);
      return value;
    }
    try {
      return MessageDigest.getInstance(text).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + text, e);
    }
  }
}
