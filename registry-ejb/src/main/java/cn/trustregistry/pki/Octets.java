package cn.trustregistry.pki;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable string of octets that is equal by content. */
public final class Octets {
  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy of {@code bytes}. */
  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  static Octets owning(byte[] bytes) {
    return new Octets(bytes);
  }

  /** A copy of the content. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** Number of octets. */
  public int length() {
    return bytes.length;
  }

  /** The octet at {@code index} as a number from 0 to 255. */
  public int at(int index) {
    return bytes[index] & 0xFF;
  }

  /** The content in lower-case hexadecimal. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
