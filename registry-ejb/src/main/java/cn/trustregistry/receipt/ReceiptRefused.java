package cn.trustregistry.receipt;

/** A receipt that proves nothing. */
public final class ReceiptRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; stable, part of the SOAP answers. */
  public enum Reason {
    /** Not a JWS in compact or flattened serialization (RFC 7515 7), or too long. */
    MALFORMED,
    /** Signed with none, or with an algorithm that receipts are not signed with. */
    ALGORITHM_REFUSED,
    /** A header that receipts do not have: among them keys that it brings along itself. */
    HEADER_REFUSED,
    /** No key of the set has its name. */
    KEY_UNKNOWN,
    /** The key is for another algorithm than the receipt claims. */
    KEY_CONFUSED,
    /** It was altered, or signed with another key. */
    SIGNATURE_WRONG,
    /** Well signed, and yet not a receipt. */
    CLAIMS_MISSING,
    /** The time-stamp is not one over this receipt, or not of an authority that is trusted. */
    TIME_STAMP_WRONG,
    /** The key set cannot be read. */
    KEYS_UNREADABLE
  }

  private final Reason reason;

  ReceiptRefused(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What was found, in English, for the record. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
