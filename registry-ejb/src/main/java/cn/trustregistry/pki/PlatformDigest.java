package cn.trustregistry.pki;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.Digest;

/**
 * A digest of the Java platform in the form that Bouncy Castle's signers take. The platform hashes
 * with the instructions of the processor, which tells with large revocation lists.
 */
final class PlatformDigest implements Digest {
  private final MessageDigest digest;

  /**
   * @param name as the platform and Bouncy Castle both have it, such as {@code SHA-256}
   */
  PlatformDigest(String name) {
    try {
      this.digest = MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }

  @Override
  public String getAlgorithmName() {
    return digest.getAlgorithm();
  }

  @Override
  public int getDigestSize() {
    return digest.getDigestLength();
  }

  @Override
  public void update(byte octet) {
    digest.update(octet);
  }

  @Override
  public void update(byte[] octets, int from, int length) {
    digest.update(octets, from, length);
  }

  @Override
  public int doFinal(byte[] target, int from) {
    try {
      return digest.digest(target, from, getDigestSize());
    } catch (DigestException e) {
      throw new IllegalArgumentException("no room for the digest", e);
    }
  }

  @Override
  public void reset() {
    digest.reset();
  }
}
