package cn.trustregistry.scan;

/** How the document was hashed; the registry never sees it. */
public enum HashAlgorithm {
  SHA256(32),
  SHA384(48),
  SHA512(64),
  /** GM/T 0004. */
  SM3(32);

  private final int octets;

  HashAlgorithm(int octets) {
    this.octets = octets;
  }

  /** Length of its values. */
  public int octets() {
    return octets;
  }
}
