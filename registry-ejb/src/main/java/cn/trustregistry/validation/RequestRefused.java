package cn.trustregistry.validation;

/** A question that cannot be asked; names the field that is at fault. */
public final class RequestRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong; stable, part of the SOAP faults. */
  public enum Code {
    MALFORMED_CERTIFICATE,
    MALFORMED_CHAIN,
    UNKNOWN_CATEGORY,
    TIME_OUT_OF_RANGE,
    /** The centre had reported no such project by the moment whose knowledge is asked for. */
    UNKNOWN_PROJECT,
    /** The question says something else than what was reported of the project. */
    PROJECT_CONFLICT,
    /** The asking centre has no such record. */
    UNKNOWN_RECORD
  }

  private final Code code;
  private final String field;

  public RequestRefused(Code code, String field, String detail) {
    super(detail);
    this.code = code;
    this.field = field;
  }

  public Code code() {
    return code;
  }

  public String field() {
    return field;
  }
}
