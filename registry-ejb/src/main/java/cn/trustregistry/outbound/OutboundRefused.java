package cn.trustregistry.outbound;

import java.io.IOException;

/** A connection was not made, or what came back was not taken. */
public final class OutboundRefused extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why; stable. */
  public enum Reason {
    /** Not an absolute http or https URL without user name. */
    URL,
    /** No admin allowed this host for this tenant. */
    HOST,
    /** The host's name leads to an address that is not public. */
    ADDRESS,
    TOO_LARGE,
    TOO_SLOW,
    UNREACHABLE,
    /** Not the status expected; redirects are among these. */
    STATUS
  }

  private final Reason reason;

  OutboundRefused(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
