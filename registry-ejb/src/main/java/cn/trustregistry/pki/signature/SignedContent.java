package cn.trustregistry.pki.signature;

/** What the asker says was signed. */
public sealed interface SignedContent {
  /** The content itself. */
  record Data(byte[] octets) implements SignedContent {}

  /**
   * The content's digest.
   *
   * <p>A raw SM2 signature, and one in signed data without attributes, needs the digest over user
   * id, key and content (the {@code e} of GM/T 0003.2 section 5.5); everywhere else it is that of
   * the content alone.
   */
  record Digest(byte[] octets) implements SignedContent {}

  /** Nothing: what the signature encloses. */
  record Enclosed() implements SignedContent {}
}
