package cn.trustregistry.challenge;

/** A challenge that cannot be answered. */
public final class ChallengeRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; stable, part of the SOAP faults. */
  public enum Code {
    /** There never was one of that name at this centre. */
    CHALLENGE_UNKNOWN,
    CHALLENGE_EXPIRED,
    /** It was answered before, well or badly. */
    CHALLENGE_USED
  }

  private final Code code;

  ChallengeRefused(Code code, String id) {
    super(id);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
