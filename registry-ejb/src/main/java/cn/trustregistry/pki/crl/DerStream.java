package cn.trustregistry.pki.crl;

import cn.trustregistry.pki.DerReader;
import cn.trustregistry.pki.MalformedObjectException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Reads DER forward through a window, so that an object of any size passes through constant memory;
 * as strict about tags and lengths as {@link DerReader}. Everything read goes through one digest,
 * and a stretch of it through a second sink.
 */
final class DerStream {
  /**
   * Octets that can be looked at together: the limit for any element that is not itself read by its
   * parts.
   */
  static final int WINDOW = 1 << 18;

  /** Takes octets as they leave the window. */
  interface Sink {
    void take(byte[] octets, int from, int length);
  }

  private final InputStream in;
  private final MessageDigest whole;
  private final byte[] window = new byte[WINDOW];
  private int position;
  private int limit;
  private long gone;
  private int tappedFrom;
  private Sink tap = (octets, from, length) -> {};

  DerStream(InputStream in, MessageDigest whole) {
    this.in = in;
    this.whole = whole;
  }

  /** Octets from the start of the object to the next element. */
  long offset() {
    return gone + position;
  }

  /** Sends everything from {@link #position()} on to {@code sink}, until the next call. */
  void tap(Sink sink) {
    tap.take(window, tappedFrom, position - tappedFrom);
    tappedFrom = position;
    tap = sink;
  }

  /** The window; its octets stay where they are until the next {@link #require}. */
  byte[] window() {
    return window;
  }

  int position() {
    return position;
  }

  void advance(int octets) {
    position += octets;
  }

  /** The tag octet of the next element, or -1 where the input ends. */
  int peek() throws IOException {
    return available(1) ? window[position] & 0xFF : -1;
  }

  /** Brings the next {@code octets} into the window. */
  void require(int octets, String name) throws IOException, MalformedObjectException {
    if (!available(octets)) {
      throw malformed(name, "is cut off");
    }
  }

  private boolean available(int octets) throws IOException {
    if (limit - position >= octets) {
      return true;
    }
    if (octets > WINDOW) {
      return false;
    }
    slide();
    while (limit < octets) {
      int read = in.read(window, limit, WINDOW - limit);
      if (read < 0) {
        return false;
      }
      whole.update(window, limit, read);
      limit += read;
    }
    return true;
  }

  private void slide() {
    tap.take(window, tappedFrom, position - tappedFrom);
    System.arraycopy(window, position, window, 0, limit - position);
    gone += position;
    limit -= position;
    position = 0;
    tappedFrom = 0;
  }

  /**
   * Reads tag and length and leaves the cursor at the content; returns the length of the content.
   */
  int header(int tag, String name) throws IOException, MalformedObjectException {
    boolean longest = available(6); // so that the header never straddles a slide
    if (!longest && limit - position < 2) {
      throw malformed(name, "is missing or cut off");
    }
    if ((window[position] & 0xFF) != tag) {
      throw malformed(name, "has another tag");
    }
    int first = window[position + 1] & 0xFF;
    position += 2;
    return first < 0x80 ? first : longLength(first & 0x7F, name);
  }

  private int longLength(int octets, String name) throws IOException, MalformedObjectException {
    if (octets == 0 || octets > 4) {
      throw malformed(name, "has an indefinite or over-long length");
    }
    require(octets, name);
    long length = 0;
    for (int i = 0; i < octets; i++) {
      length = length << 8 | (window[position++] & 0xFF);
    }
    if (length < 0x80 || length >> (8 * (octets - 1)) == 0 || length > Integer.MAX_VALUE) {
      throw malformed(name, "has a length that is not minimal or too large");
    }
    return (int) length;
  }

  /** The next element whole, tag and length included, which must end at or before {@code end}. */
  byte[] element(int tag, int most, long end, String name)
      throws IOException, MalformedObjectException {
    long start = offset();
    int length = header(tag, name);
    int head = (int) (offset() - start);
    if (length > most || offset() + length > end) {
      throw malformed(name, "is longer than " + most + " octets or than what holds it");
    }
    position -= head;
    require(head + length, name);
    position += head + length;
    return Arrays.copyOfRange(window, position - head - length, position);
  }

  MalformedObjectException malformed(String name, String why) {
    return new MalformedObjectException(name, why, offset());
  }
}
