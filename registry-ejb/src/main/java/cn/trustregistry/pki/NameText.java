package cn.trustregistry.pki;

import cn.trustregistry.pki.DistinguishedName.Attribute;
import cn.trustregistry.pki.DistinguishedName.Relative;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Writes names for people as in RFC 4514, but in the order they are encoded. Characters that cannot
 * be seen are written in hexadecimal, so that they cannot lead a reader astray.
 */
final class NameText {
  private static final String SPECIAL = ",+\"\\<>;=";

  private NameText() {}

  static String of(List<Relative> relatives) {
    StringBuilder out = new StringBuilder();
    for (Relative relative : relatives) {
      out.append(out.isEmpty() ? "" : ",");
      String separator = "";
      for (Attribute attribute : relative.attributes()) {
        out.append(separator);
        append(out, attribute);
        separator = "+";
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, Attribute attribute) {
    String symbol = BCStyle.INSTANCE.oidToDisplayName(new ASN1ObjectIdentifier(attribute.type()));
    out.append(symbol == null ? attribute.type() : symbol).append('=');
    String text = attribute.text();
    if (text == null) {
      out.append(attribute.key(), attribute.type().length(), attribute.key().length());
      return;
    }
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean edge = i == 0 || i == text.length() - 1;
      i += Character.charCount(c);
      append(out, c, (edge && c == ' ') || (i == 1 && c == '#') || SPECIAL.indexOf(c) >= 0);
    }
  }

  private static void append(StringBuilder out, int c, boolean escaped) {
    int type = Character.getType(c);
    if (type == Character.CONTROL || type == Character.FORMAT) {
      for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
        out.append(String.format("\\%02X", octet));
      }
    } else {
      out.append(escaped ? "\\" : "").appendCodePoint(c);
    }
  }
}
