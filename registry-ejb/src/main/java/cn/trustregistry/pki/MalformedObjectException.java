package cn.trustregistry.pki;

/**
 * The bytes are not the object they claim to be: not DER (ITU-T X.690), or not the ASN.1 type of
 * the standard named in {@link #what()}.
 *
 * <p>It is the only exception that reading hostile bytes may end in.
 */
public final class MalformedObjectException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String why;
  private final long offset;

  /**
   * @param what the element being read, for example {@code Certificate.validity}
   * @param why what is wrong with it
   * @param offset octets from the start of the object, or -1 if not known
   */
  public MalformedObjectException(String what, String why, long offset) {
    super(what + ": " + why + (offset < 0 ? "" : " (at octet " + offset + ")"));
    this.what = what;
    this.why = why;
    this.offset = offset;
  }

  /** The element being read, for example {@code Certificate.validity}. */
  public String what() {
    return what;
  }

  /** What is wrong with it. */
  public String why() {
    return why;
  }

  /** Octets from the start of the object, or -1 if not known. */
  public long offset() {
    return offset;
  }
}
