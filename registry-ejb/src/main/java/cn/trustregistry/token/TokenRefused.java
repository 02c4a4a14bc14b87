package cn.trustregistry.token;

/** A token or an assertion was not accepted. */
public final class TokenRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; stable, told to the client. */
  public enum Reason {
    /** It is not a signed JWT of RFC 7519. */
    MALFORMED,
    /** {@code none}, symmetric, or otherwise not one of the algorithms accepted. */
    ALGORITHM,
    /** No key of that name, or the signature is another key's. */
    SIGNATURE,
    ISSUER,
    AUDIENCE,
    /** Expired, not yet valid, or without an end. */
    TIME,
    /** It names no client that may call. */
    CLIENT,
    /** The assertion was used before (RFC 7523 3, {@code jti}). */
    REPLAYED,
    /** A scope was asked for that this client does not have. */
    SCOPE
  }

  private final Reason reason;

  TokenRefused(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
