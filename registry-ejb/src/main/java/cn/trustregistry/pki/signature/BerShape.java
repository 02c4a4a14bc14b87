package cn.trustregistry.pki.signature;

import cn.trustregistry.pki.MalformedObjectException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Looks an encoding over before a recursive reader takes it: BER or DER (ITU-T X.690), nested no
 * deeper than {@value #MAX_DEPTH}, every element within the one that holds it.
 */
final class BerShape {
  private static final int MAX_DEPTH = 48;
  private static final int INDEFINITE = -1;

  private final byte[] data;
  private final Deque<Integer> ends = new ArrayDeque<>();
  private int position;

  private BerShape(byte[] data) {
    this.data = data;
  }

  static void check(byte[] data) throws MalformedObjectException {
    new BerShape(data).walk();
  }

  private void walk() throws MalformedObjectException {
    element();
    while (!ends.isEmpty()) {
      int end = ends.peek();
      if (end == INDEFINITE && atEndOfContents()) {
        position += 2;
        ends.pop();
      } else if (end == position) {
        ends.pop();
      } else {
        element();
      }
    }
    if (position != data.length) {
      throw malformed("has octets behind its end");
    }
  }

  /** Passes over a primitive element, or over the beginning of a constructed one. */
  private void element() throws MalformedObjectException {
    int tag = next();
    if ((tag & 0x1F) == 0x1F) {
      int octet = next();
      for (int i = 0; (octet & 0x80) != 0 && i < 4; i++) {
        octet = next();
      }
    }
    int length = length();
    boolean constructed = (tag & 0x20) != 0;
    if (length == INDEFINITE && !constructed) {
      throw malformed("has a primitive element of indefinite length");
    }
    int end = length == INDEFINITE ? INDEFINITE : position + length;
    if (length != INDEFINITE && length > limit() - position) {
      throw malformed("has an element longer than what holds it");
    }
    if (!constructed) {
      position = end;
    } else if (ends.size() >= MAX_DEPTH) {
      throw malformed("is nested deeper than " + MAX_DEPTH);
    } else {
      ends.push(end);
    }
  }

  /** Where the nearest element of definite length ends that holds this position. */
  private int limit() {
    for (int end : ends) {
      if (end != INDEFINITE) {
        return end;
      }
    }
    return data.length;
  }

  private int length() throws MalformedObjectException {
    int first = next();
    if (first < 0x80) {
      return first;
    }
    if (first == 0x80) {
      return INDEFINITE;
    }
    long length = 0;
    for (int i = 0; i < (first & 0x7F); i++) {
      length = length << 8 | next();
      if (length > data.length) {
        throw malformed("has an element longer than itself");
      }
    }
    return (int) length;
  }

  private boolean atEndOfContents() {
    return position + 1 < data.length && data[position] == 0 && data[position + 1] == 0;
  }

  private int next() throws MalformedObjectException {
    if (position >= data.length) {
      throw malformed("ends too early");
    }
    return data[position++] & 0xFF;
  }

  private MalformedObjectException malformed(String why) {
    return new MalformedObjectException("SignedData", why, position);
  }
}
