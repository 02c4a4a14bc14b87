package cn.trustregistry.web.access;

import java.io.IOException;
import java.io.InputStream;

/** Reads a request body that may not be larger than a limit. */
public final class BodyLimit {
  /** Thrown as soon as the limit is passed; the rest of the body stays unread. */
  public static final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;
    private final int limit;

    public BodyTooLarge(int limit) {
      super("the body is larger than " + limit + " octets");
      this.limit = limit;
    }

    /** In octets. */
    public int limit() {
      return limit;
    }
  }

  /** Thrown when the client stops sending before its body is whole. */
  public static final class BodyIncomplete extends IOException {
    private static final long serialVersionUID = 1L;

    public BodyIncomplete(Throwable cause) {
      super("the body ended before it was whole", cause);
    }
  }

  private BodyLimit() {}

  /**
   * @param limit in octets
   */
  public static byte[] read(InputStream body, int limit) throws IOException {
    byte[] bytes = new PacedBody(body).readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new BodyTooLarge(limit);
    }
    return bytes;
  }
}
