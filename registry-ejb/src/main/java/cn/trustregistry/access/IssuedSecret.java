package cn.trustregistry.access;

/** A new credential; the only moment its secret is known. */
public record IssuedSecret(String clientId, String secret) {
  @Override
  public String toString() {
    return "IssuedSecret[" + clientId + "]";
  }
}
