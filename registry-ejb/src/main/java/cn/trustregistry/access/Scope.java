package cn.trustregistry.access;

/** What a CA company's client may do. */
public enum Scope {
  PUBLISH,
  REVOKE,
  PRICES,
  APPLICATIONS,
  READ,
  SIGN
}
