package cn.trustregistry.pki;

import cn.trustregistry.pki.DistinguishedName.Attribute;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads attribute values of names and prepares strings for comparison: RFC 4518 section 2, RFC 5280
 * section 7.1.
 */
final class AttributeValue {
  private static final int UTF8_STRING = 12;
  private static final int NUMERIC_STRING = 18;
  private static final int PRINTABLE_STRING = 19;
  private static final int TELETEX_STRING = 20;
  private static final int IA5_STRING = 22;
  private static final int VISIBLE_STRING = 26;
  private static final int UNIVERSAL_STRING = 28;
  private static final int BMP_STRING = 30;
  private static final Charset UTF_32 = Charset.forName("UTF-32BE");

  private AttributeValue() {}

  static Attribute read(String type, DerReader reader) throws MalformedObjectException {
    String text = text(reader);
    if (text == null) {
      return new Attribute(
          type, null, type + "#" + HexFormat.of().formatHex(reader.element("AttributeValue")));
    }
    return new Attribute(type, text, type + "=" + prepared(text));
  }

  /**
   * The text of an ASN.1 string, of one in an OCTET STRING, or of bare UTF-8; null if it is none of
   * these.
   */
  static @Nullable String text(byte[] value) {
    try {
      DerReader reader = DerReader.over(value, "text");
      if (reader.nextIs(DerReader.OCTET_STRING)) {
        byte[] inner = reader.content(DerReader.OCTET_STRING, "text");
        reader.expectEnd();
        reader = DerReader.over(inner, "text");
      }
      String text = text(reader);
      reader.expectEnd();
      return text;
    } catch (MalformedObjectException e) {
      return bare(value);
    }
  }

  private static @Nullable String bare(byte[] value) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static @Nullable String text(DerReader reader) throws MalformedObjectException {
    String what = "AttributeValue";
    int tag = reader.peek();
    return switch (tag) {
      case UTF8_STRING -> reader.text(tag, StandardCharsets.UTF_8, what);
      case NUMERIC_STRING, PRINTABLE_STRING, IA5_STRING, VISIBLE_STRING -> reader.ascii(tag, what);
      case TELETEX_STRING -> reader.text(tag, StandardCharsets.ISO_8859_1, what);
      case BMP_STRING -> reader.text(tag, StandardCharsets.UTF_16BE, what);
      case UNIVERSAL_STRING -> reader.text(tag, UTF_32, what);
      default -> null;
    };
  }

  /**
   * Map, normalise, fold case and squeeze spaces; the result has no control characters and no space
   * at either end.
   */
  static String prepared(String text) {
    String folded =
        isAscii(text)
            ? text
            : Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFKC);
    String lower = folded.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(lower.length());
    boolean gap = false;
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      i += Character.charCount(c);
      if (isSpace(c)) {
        gap = out.length() > 0;
      } else if (!isIgnored(c)) {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** RFC 4518 2.2: white space and separators become SPACE. */
  private static boolean isSpace(int c) {
    return c == ' '
        || (c >= 0x09 && c <= 0x0D)
        || c == 0x85
        || (c > 0x7F && Character.isSpaceChar(c));
  }

  /**
   * RFC 4518 2.2: control and format characters, variation selectors and the soft hyphen map to
   * nothing.
   */
  private static boolean isIgnored(int c) {
    return c < 0x20
        || (c >= 0x7F
            && (Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0x34F
                || c == 0xFFFC));
  }
}
