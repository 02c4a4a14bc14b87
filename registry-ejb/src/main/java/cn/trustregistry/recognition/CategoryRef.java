package cn.trustregistry.recognition;

/** Names a transaction category: a code within a version of a code system. */
public record CategoryRef(String system, String version, String code) {
  /** Reads {@code system:version:code}. */
  public static CategoryRef parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not system:version:code: " + text);
    }
    return new CategoryRef(parts[0], parts[1], parts[2]);
  }

  @Override
  public String toString() {
    return system + ":" + version + ":" + code;
  }
}
