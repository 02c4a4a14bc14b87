package cn.trustregistry.pki.crl;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Lists, signed by nobody, put together octet by octet. */
final class RawList {
  private RawList() {}

  /** A list of version 2 with these entries. */
  static byte[] of(byte[] entries) {
    byte[] algorithm = HexFormat.of().parseHex("300a06082a8648ce3d040302");
    byte[] name = HexFormat.of().parseHex("300c310a300806035504030c0158");
    byte[] version = {2, 1, 1};
    byte[] tbs =
        element(0x30, version, algorithm, name, time("250101000000Z"), element(0x30, entries));
    return element(0x30, tbs, algorithm, new byte[] {3, 2, 0, 0});
  }

  /** A UTCTime, or with a year of four digits a GeneralizedTime. */
  static byte[] time(String text) {
    return element(text.length() > 14 ? 0x18 : 0x17, text.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] element(int tag, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] each : contents) {
      content.writeBytes(each);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.size() + 6);
    out.write(tag);
    byte[] length = BigInteger.valueOf(content.size()).toByteArray();
    int skip = length.length > 1 && length[0] == 0 ? 1 : 0;
    if (content.size() >= 0x80) {
      out.write(0x80 | length.length - skip);
    }
    out.write(length, skip, length.length - skip);
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
