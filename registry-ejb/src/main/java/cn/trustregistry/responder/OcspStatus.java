package cn.trustregistry.responder;

/** OCSPResponseStatus (RFC 6960 4.2.1) without an answer. */
public enum OcspStatus {
  /** Not a request, or outside the limits. */
  MALFORMED_REQUEST(1),
  INTERNAL_ERROR(2),
  /** Nothing can be said now, but perhaps soon. */
  TRY_LATER(3),
  /** The registry has no key to answer with (RFC 5019 2.2.3). */
  UNAUTHORIZED(6);

  private final int value;

  OcspStatus(int value) {
    this.value = value;
  }

  /** An OCSPResponse of nothing but this status, DER. */
  public byte[] der() {
    return new byte[] {0x30, 0x03, 0x0A, 0x01, (byte) value};
  }
}
