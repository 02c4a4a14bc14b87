package cn.trustregistry.web.access;

import cn.trustregistry.web.access.BodyLimit.BodyIncomplete;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A request body that has to come at a pace: the time spent waiting for it may be {@value
 * #GRACE_SECONDS} seconds and one more for each {@value #OCTETS_PER_SECOND} octets. Whoever drips a
 * body would otherwise hold a thread for as long as it pleases; one that stops altogether is cut
 * off by the server's own read timeout.
 */
public final class PacedBody extends FilterInputStream {
  public static final int GRACE_SECONDS = 30;
  public static final int OCTETS_PER_SECOND = 16_384;

  /** Thrown when the body comes too slowly. */
  public static final class BodyTooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooSlow() {
      super("the body comes too slowly");
    }
  }

  private final LongSupplier nanoTime;
  private long waited;
  private long octets;

  public PacedBody(InputStream body) {
    this(body, System::nanoTime);
  }

  PacedBody(InputStream body, LongSupplier nanoTime) {
    super(body);
    this.nanoTime = nanoTime;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    long start = nanoTime.getAsLong();
    int read = 0;
    Exception broken = null;
    try {
      read = in.read(into, offset, length);
    } catch (IOException | UncheckedIOException e) {
      broken = e;
    }
    waited += nanoTime.getAsLong() - start;
    octets += Math.max(read, 0);
    if (TimeUnit.NANOSECONDS.toSeconds(waited) > GRACE_SECONDS + octets / OCTETS_PER_SECOND) {
      throw new BodyTooSlow();
    }
    if (broken != null) {
      throw new BodyIncomplete(broken);
    }
    return read;
  }
}
