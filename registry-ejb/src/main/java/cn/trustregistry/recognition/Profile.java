package cn.trustregistry.recognition;

/**
 * Which generation a certificate belongs to; legacy ones are of the old natural-resources systems.
 */
public enum Profile {
  STANDARD,
  LEGACY
}
