package cn.trustregistry.scan;

import org.jspecify.annotations.Nullable;

/** A session was not opened, claimed, signed or ended. */
public final class SigningRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why; stable, part of the problem types of the REST interface and of the SOAP faults. */
  public enum Reason {
    NOT_PERMITTED,
    UNKNOWN_CATEGORY,
    UNKNOWN_PROJECT,
    HASH_LENGTH,
    PURPOSE_UNFIT,
    /** Keys for encryption do not sign. */
    STAGE_CANNOT_SIGN,
    USCC_UNFIT,
    LIFETIME_UNFIT,
    CALLBACK_NOT_ALLOWED,
    TOO_MANY_SESSIONS,
    TOKEN_UNKNOWN,
    SESSION_UNKNOWN,
    SESSION_OF_ANOTHER_CENTRE,
    SESSION_OF_ANOTHER_CLAIMER,
    ALREADY_CLAIMED,
    NOT_CLAIMED,
    ALREADY_SIGNED,
    SESSION_EXPIRED,
    SESSION_CANCELLED,
    SESSION_DECLINED,
    SESSION_FAILED,
    CERTIFICATE_NOT_YOURS,
    NOT_MOBILE,
    HOLDER_NOT_EXPECTED,
    KEY_UNSUPPORTED,
    SIGNATURE_BAD,
    /** The verdict was not VALID; the session says which record tells why. */
    CERTIFICATE_NOT_VALID,
    VERDICT_UNAVAILABLE,
    /** What the centre said of the project contradicts what it reported. */
    PROJECT_CONFLICT
  }

  private final Reason reason;
  private final @Nullable String field;

  SigningRefused(Reason reason, String detail) {
    this(reason, null, detail);
  }

  SigningRefused(Reason reason, @Nullable String field, String detail) {
    super(detail);
    this.reason = reason;
    this.field = field;
  }

  public Reason reason() {
    return reason;
  }

  /** The field of the request that is at fault, or null. */
  public @Nullable String field() {
    return field;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
