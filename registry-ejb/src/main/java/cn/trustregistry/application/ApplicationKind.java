package cn.trustregistry.application;

/** What is applied for. */
public enum ApplicationKind {
  /** One certificate on a USB key. */
  NEW,
  /** The usual set: one of the unit with its seal, one of the legal person with the seal. */
  SET,
  /** One in place of another that is lost, broken or of the old systems. */
  REPLACEMENT,
  /** One without medium, in the app. */
  MOBILE
}
