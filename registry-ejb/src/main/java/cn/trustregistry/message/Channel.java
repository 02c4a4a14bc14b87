package cn.trustregistry.message;

/** How a text reaches somebody. */
public enum Channel {
  PHONE,
  EMAIL
}
