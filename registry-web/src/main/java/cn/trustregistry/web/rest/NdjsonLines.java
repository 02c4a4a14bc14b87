package cn.trustregistry.web.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body line by line; a line over its limit is passed over and told apart. */
final class NdjsonLines {
  /**
   * @param number counted from 1, blank lines included
   * @param text null if the line is longer than the limit
   */
  record Line(long number, byte @Nullable [] text) {}

  private final InputStream body;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;
  private long number;

  /**
   * @param limit of a line in octets
   */
  NdjsonLines(InputStream body, int limit) {
    this.body = body;
    this.limit = limit;
  }

  /** The next line that is not blank, or null at the end. */
  @Nullable Line next() throws IOException {
    while (true) {
      Line line = any();
      if (line == null || line.text() == null || !isBlank(line.text())) {
        return line;
      }
    }
  }

  private @Nullable Line any() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(4_096);
    boolean tooLong = false;
    boolean some = false;
    while (fill()) {
      some = true;
      int from = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      tooLong |= line.size() + position - from > limit;
      if (!tooLong) {
        line.write(buffer, from, position - from);
      }
      if (position < end) {
        position++;
        return new Line(++number, tooLong ? null : line.toByteArray());
      }
    }
    return some ? new Line(++number, tooLong ? null : line.toByteArray()) : null;
  }

  private boolean fill() throws IOException {
    if (position < end) {
      return true;
    }
    position = 0;
    end = Math.max(0, body.read(buffer, 0, buffer.length));
    return end > 0;
  }

  private static boolean isBlank(byte[] text) {
    for (byte octet : text) {
      if (octet != ' ' && octet != '\t' && octet != '\r') {
        return false;
      }
    }
    return true;
  }
}
