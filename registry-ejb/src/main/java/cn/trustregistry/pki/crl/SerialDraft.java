package cn.trustregistry.pki.crl;

import java.util.ArrayList;
import java.util.List;

/**
 * Entries of one serial length in the order they are read, in chunks, so that a long list never has
 * to be copied to grow.
 *
 * <p>Record: the serial, 5 octets fact, 5 octets invalidity date (zero for none), 2 octets issuer,
 * as {@link SerialShelf} takes them.
 */
final class SerialDraft {
  private static final int FIRST_CHUNK = 16;
  private static final int LARGEST_CHUNK = 1 << 15;

  /** Takes the record that begins at {@code at}. */
  interface Visitor {
    void visit(byte[] octets, int at);
  }

  private final int length;
  private final int width;
  private final List<byte[]> chunks = new ArrayList<>();
  private byte[] chunk;
  private int used;
  private int count;
  private boolean hasInvalidity;
  private boolean hasIssuer;

  SerialDraft(int length) {
    this.length = length;
    this.width = length + 2 * SerialShelf.FACT + SerialShelf.ISSUER;
    this.chunk = new byte[FIRST_CHUNK * width];
  }

  int length() {
    return length;
  }

  int count() {
    return count;
  }

  boolean hasInvalidity() {
    return hasInvalidity;
  }

  boolean hasIssuer() {
    return hasIssuer;
  }

  /**
   * Adds an entry; both facts are seconds since {@link SerialShelf#EPOCH}, shifted left by 4, with
   * the reason in the low bits.
   */
  void add(byte[] octets, int from, long fact, long invalidity, int issuer) {
    if (used == chunk.length) {
      chunks.add(chunk);
      chunk = new byte[Math.min(LARGEST_CHUNK * width, 2 * chunk.length)];
      used = 0;
    }
    System.arraycopy(octets, from, chunk, used, length);
    used = putFive(used + length, fact);
    used = putFive(used, invalidity);
    chunk[used++] = (byte) (issuer >> 8);
    chunk[used++] = (byte) issuer;
    count++;
    hasInvalidity |= invalidity != 0;
    hasIssuer |= issuer != 0;
  }

  private int putFive(int at, long value) {
    chunk[at] = (byte) (value >> 32);
    chunk[at + 1] = (byte) (value >> 24);
    chunk[at + 2] = (byte) (value >> 16);
    chunk[at + 3] = (byte) (value >> 8);
    chunk[at + 4] = (byte) value;
    return at + 5;
  }

  void forEach(Visitor visitor) {
    for (byte[] full : chunks) {
      visitAll(full, full.length, visitor);
    }
    visitAll(chunk, used, visitor);
  }

  /** As {@link #forEach}, and lets every chunk go once it is visited. */
  void drain(Visitor visitor) {
    for (int i = 0; i < chunks.size(); i++) {
      byte[] full = chunks.set(i, new byte[0]);
      visitAll(full, full.length, visitor);
    }
    visitAll(chunk, used, visitor);
    chunks.clear();
    chunk = new byte[0];
    used = 0;
    count = 0;
  }

  private void visitAll(byte[] octets, int end, Visitor visitor) {
    for (int at = 0; at < end; at += width) {
      visitor.visit(octets, at);
    }
  }
}
