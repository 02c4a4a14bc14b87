package cn.trustregistry.web.console;

import java.util.Base64;

/** A certificate as text to read and copy (RFC 7468). */
final class PemText {
  private PemText() {}

  static String of(byte[] der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----";
  }
}
