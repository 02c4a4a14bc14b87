package cn.trustregistry.authority;

/** A CA certificate was not put forward; nothing was stored. */
public final class IssuerRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal it is; stable, part of the problem types of the REST interface. */
  public enum Kind {
    NOT_PERMITTED,
    MALFORMED_CERTIFICATE,
    /** Basic constraints or key usage do not make it a CA (RFC 5280 4.2.1.3, 4.2.1.9). */
    NOT_A_CA,
    ISSUER_EXPIRED,
    /** Another company put it forward. */
    ISSUER_TAKEN,
    /** The window in which it is to be relied on is empty or outside its validity. */
    UNFIT_WINDOW
  }

  private final Kind kind;

  IssuerRefused(Kind kind, String detail) {
    super(detail);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
