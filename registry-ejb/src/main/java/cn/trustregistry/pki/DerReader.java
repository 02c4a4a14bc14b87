package cn.trustregistry.pki;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A cursor over the DER encoding of one object (ITU-T X.690 clauses 8, 10 and 11). Refuses
 * indefinite and non-minimal lengths, high tag numbers, constructed strings, non-minimal integers
 * and nesting deeper than {@value #MAX_DEPTH}.
 */
public final class DerReader {
  public static final int BOOLEAN = 0x01;
  public static final int INTEGER = 0x02;
  public static final int BIT_STRING = 0x03;
  public static final int OCTET_STRING = 0x04;
  public static final int NULL = 0x05;
  public static final int OBJECT_IDENTIFIER = 0x06;
  public static final int ENUMERATED = 0x0A;
  public static final int UTC_TIME = 0x17;
  public static final int GENERALIZED_TIME = 0x18;
  public static final int SEQUENCE = 0x30;
  public static final int SET = 0x31;

  private static final int CONTEXT = 0x80;
  private static final int CONSTRUCTED = 0x20;
  private static final int MAX_DEPTH = 32;

  private final byte[] data;
  private final int end;
  private final int depth;
  private final String what;
  private int position;

  private DerReader(byte[] data, int start, int end, int depth, String what) {
    this.data = data;
    this.position = start;
    this.end = end;
    this.depth = depth;
    this.what = what;
  }

  /** Reads {@code data}, which it does not copy; {@code what} names the object in errors. */
  public static DerReader over(byte[] data, String what) {
    return new DerReader(data, 0, data.length, 0, what);
  }

  /** The tag octet of context-specific tag {@code number} with a primitive encoding. */
  public static int context(int number) {
    return CONTEXT | number;
  }

  /** The tag octet of context-specific tag {@code number} with a constructed encoding. */
  public static int contextConstructed(int number) {
    return CONTEXT | CONSTRUCTED | number;
  }

  public boolean atEnd() {
    return position >= end;
  }

  /** Octets from the start of the object to the next element. */
  public int position() {
    return position;
  }

  /** The tag octet of the next element, or -1 at the end. */
  public int peek() {
    return position < end ? data[position] & 0xFF : -1;
  }

  public boolean nextIs(int tag) {
    return peek() == tag;
  }

  /** Refuses anything left over. */
  public void expectEnd() throws MalformedObjectException {
    if (position != end) {
      throw malformed("has " + (end - position) + " octets too many");
    }
  }

  /** Steps into the constructed element with this tag; this reader goes on behind it. */
  public DerReader enter(int tag, String name) throws MalformedObjectException {
    int length = header(tag, name);
    if (depth >= MAX_DEPTH) {
      throw malformed("is nested deeper than " + MAX_DEPTH);
    }
    DerReader inner = new DerReader(data, position, position + length, depth + 1, name);
    position += length;
    return inner;
  }

  public DerReader sequence(String name) throws MalformedObjectException {
    return enter(SEQUENCE, name);
  }

  /** The content octets of the element with this tag. */
  public byte[] content(int tag, String name) throws MalformedObjectException {
    int length = header(tag, name);
    position += length;
    return Arrays.copyOfRange(data, position - length, position);
  }

  /** The next element whole, tag and length included, after a look through everything in it. */
  public byte[] element(String name) throws MalformedObjectException {
    int start = position;
    skip(name);
    return Arrays.copyOfRange(data, start, position);
  }

  /** Passes over the next element after a look through everything in it. */
  public void skip(String name) throws MalformedObjectException {
    int tag = peek();
    if ((tag & CONSTRUCTED) != 0 && tag >= 0) {
      DerReader inner = enter(tag, name);
      while (!inner.atEnd()) {
        inner.skip(name);
      }
      return;
    }
    switch (tag) {
      case BOOLEAN -> bool(name);
      case INTEGER -> integer(INTEGER, name);
      case BIT_STRING -> bitString(BIT_STRING, name);
      case OBJECT_IDENTIFIER -> oid(OBJECT_IDENTIFIER, name);
      case NULL -> nothing(name);
      default -> {
        int length = header(tag, name);
        position += length;
      }
    }
  }

  public boolean bool(String name) throws MalformedObjectException {
    return bool(BOOLEAN, name);
  }

  public boolean bool(int tag, String name) throws MalformedObjectException {
    int length = header(tag, name);
    if (length != 1 || (data[position] != 0 && data[position] != (byte) 0xFF)) {
      throw malformed(name, "is not a DER boolean");
    }
    return data[position++] != 0;
  }

  public BigInteger integer(String name) throws MalformedObjectException {
    return integer(INTEGER, name);
  }

  public BigInteger integer(int tag, String name) throws MalformedObjectException {
    int length = header(tag, name);
    if (length == 0) {
      throw malformed(name, "is an integer without octets");
    }
    if (length > 1
        && (data[position] == 0 || data[position] == -1)
        && (data[position] < 0) == (data[position + 1] < 0)) {
      throw malformed(name, "is an integer with a superfluous leading octet");
    }
    position += length;
    return new BigInteger(data, position - length, length);
  }

  /**
   * An INTEGER (0..MAX); what does not fit is {@link Integer#MAX_VALUE}, which for counts of
   * certificates means the same.
   */
  public int count(int tag, String name) throws MalformedObjectException {
    BigInteger value = integer(tag, name);
    if (value.signum() < 0) {
      throw malformed(name, "is negative");
    }
    return value.bitLength() > 31 ? Integer.MAX_VALUE : value.intValue();
  }

  /** The octets of a BIT STRING after the count of unused bits, whose unused bits are zero. */
  public byte[] bitString(int tag, String name) throws MalformedObjectException {
    int length = header(tag, name);
    int unused = length == 0 ? 8 : data[position];
    if (unused < 0 || unused > 7 || (length == 1 && unused != 0)) {
      throw malformed(name, "has a bad count of unused bits");
    }
    if ((data[position + length - 1] & ((1 << unused) - 1)) != 0 && length > 1) {
      throw malformed(name, "has unused bits that are not zero");
    }
    position += length;
    return Arrays.copyOfRange(data, position - length + 1, position);
  }

  /** An OBJECT IDENTIFIER in dotted form. */
  public String oid(String name) throws MalformedObjectException {
    return oid(OBJECT_IDENTIFIER, name);
  }

  public String oid(int tag, String name) throws MalformedObjectException {
    int length = header(tag, name);
    String dotted = ObjectIdentifiers.dotted(data, position, length);
    if (dotted == null) {
      throw malformed(name, "is not an object identifier");
    }
    position += length;
    return dotted;
  }

  /** The ASCII characters of an IA5String, NumericString or time. */
  public String ascii(int tag, String name) throws MalformedObjectException {
    int length = header(tag, name);
    for (int i = position; i < position + length; i++) {
      if (data[i] < 0) {
        throw malformed(name, "has an octet that is not ASCII");
      }
    }
    position += length;
    return new String(data, position - length, length, StandardCharsets.US_ASCII);
  }

  /** The characters of a string, which must be encoded as the character set asks for. */
  String text(int tag, Charset charset, String name) throws MalformedObjectException {
    int length = header(tag, name);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(data, position, length)).toString();
      position += length;
      return text;
    } catch (CharacterCodingException e) {
      throw malformed(name, "is not " + charset);
    }
  }

  private void nothing(String name) throws MalformedObjectException {
    if (header(NULL, name) != 0) {
      throw malformed(name, "is a NULL with content");
    }
  }

  /** Reads tag and length and leaves the cursor at the content. */
  private int header(int tag, String name) throws MalformedObjectException {
    if (position >= end) {
      throw malformed(name, "is missing");
    }
    if ((data[position] & 0xFF) != tag
        || (tag & 0x1F) == 0x1F
        || tag == 0
        || constructedString(tag)) {
      throw malformed(name, String.format("has the unexpected tag 0x%02x", data[position]));
    }
    position++;
    int length = length(name);
    if (length > end - position) {
      throw malformed(name, "is longer than what holds it");
    }
    return length;
  }

  /**
   * Universal types are constructed when they are SEQUENCE or SET and primitive otherwise (X.690
   * 10.2).
   */
  private static boolean constructedString(int tag) {
    int number = tag & 0x1F;
    return (tag & 0xC0) == 0 && ((tag & CONSTRUCTED) != 0) != (number == 0x10 || number == 0x11);
  }

  private int length(String name) throws MalformedObjectException {
    int first = position < end ? data[position++] & 0xFF : 0x80;
    if (first < 0x80) {
      return first;
    }
    int octets = first & 0x7F;
    if (octets == 0 || octets > 4 || octets > end - position) {
      throw malformed(name, "has an indefinite, over-long or cut-off length");
    }
    long length = 0;
    for (int i = 0; i < octets; i++) {
      length = length << 8 | (data[position++] & 0xFF);
    }
    if (length < 0x80 || length >> (8 * (octets - 1)) == 0 || length > Integer.MAX_VALUE) {
      throw malformed(name, "has a length that is not minimal or too large");
    }
    return (int) length;
  }

  public MalformedObjectException malformed(String why) {
    return new MalformedObjectException(what, why, position);
  }

  private MalformedObjectException malformed(String name, String why) {
    return new MalformedObjectException(name, why, position);
  }
}
