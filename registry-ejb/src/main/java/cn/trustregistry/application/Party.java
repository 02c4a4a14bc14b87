package cn.trustregistry.application;

/** Who takes a step. */
public enum Party {
  APPLICANT,
  COMPANY,
  /** The registry itself, when time has run out. */
  REGISTRY
}
