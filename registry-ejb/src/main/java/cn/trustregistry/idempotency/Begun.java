package cn.trustregistry.idempotency;

/** What becomes of a request with an idempotency key. */
public sealed interface Begun {
  /** Do it, then finish it. */
  record New() implements Begun {}

  /** It was done; this was the answer. */
  record Answered(KeptAnswer answer) implements Begun {}

  /** It is being done. */
  record Running() implements Begun {}

  /** The key was used for another request. */
  record Different() implements Begun {}
}
