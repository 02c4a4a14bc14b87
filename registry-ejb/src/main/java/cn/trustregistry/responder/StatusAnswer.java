package cn.trustregistry.responder;

import java.time.Instant;

/** What the responder answers. */
public sealed interface StatusAnswer {
  /** OCSPResponse, DER. */
  byte[] der();

  /**
   * A signed response.
   *
   * @param sha256 over {@code der}
   * @param keepUntil caches may keep it up to here; not after {@code producedAt} if not at all
   */
  record Signed(byte[] der, String sha256, Instant producedAt, Instant keepUntil)
      implements StatusAnswer {}

  /** An error status, which is not signed. */
  record Refused(OcspStatus status) implements StatusAnswer {
    @Override
    public byte[] der() {
      return status.der();
    }
  }
}
