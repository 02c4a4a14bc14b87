package cn.trustregistry.bench;

/** How much time a run may take. */
enum Mode {
  /** Less than five minutes in all; wide spreads. */
  SHORT,
  /** As long as it takes. */
  FULL
}
