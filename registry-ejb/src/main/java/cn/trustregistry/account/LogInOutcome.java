package cn.trustregistry.account;

/** What came of an attempt to log in. */
public sealed interface LogInOutcome {
  /** The person is who they say. */
  record Welcome(Person person) implements LogInOutcome {}

  /** The password is right; a one-time code has to follow. */
  record CodeNeeded(String name) implements LogInOutcome {}

  /** Nobody was let in. */
  record Refused(Why why) implements LogInOutcome {}

  /** Why nobody was let in; no more than it is good for a guesser to know. */
  enum Why {
    /** Name, password, code, certificate or signature do not fit, or the person is disabled. */
    WRONG,
    /** Too many failures in a row; the person has to wait. */
    LOCKED,
    /** The certificate itself is not good: the engine cannot say that it is valid now. */
    CERTIFICATE_NOT_VALID,
    /** The page was open too long, or the log-in was begun elsewhere. */
    EXPIRED,
    /** The OpenID provider did not answer as it has to. */
    PROVIDER
  }
}
