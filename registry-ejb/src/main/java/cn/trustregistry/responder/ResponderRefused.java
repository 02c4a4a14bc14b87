package cn.trustregistry.responder;

/** A delegated responder stays as it is; nothing was stored. */
public final class ResponderRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal it is; stable, part of the problem types of the REST interface. */
  public enum Kind {
    NOT_PERMITTED,
    /** You have no such responder. */
    UNKNOWN_RESPONDER,
    /** You have no such admitted issuer. */
    UNKNOWN_ISSUER,
    /** An issuer has responders enough. */
    TOO_MANY_RESPONDERS,
    /** It has a certificate already. */
    RESPONDER_CERTIFIED,
    MALFORMED_CERTIFICATE,
    /** It is for another key, by another issuer, out of date or not for signing OCSP responses. */
    UNFIT_CERTIFICATE
  }

  private final Kind kind;

  ResponderRefused(Kind kind, String detail) {
    super(detail);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
