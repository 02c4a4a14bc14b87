package cn.trustregistry.pki;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The bits of the key usage extension in their order (RFC 5280 4.2.1.3). */
public enum KeyUsage {
  DIGITAL_SIGNATURE,
  NON_REPUDIATION,
  KEY_ENCIPHERMENT,
  DATA_ENCIPHERMENT,
  KEY_AGREEMENT,
  KEY_CERT_SIGN,
  CRL_SIGN,
  ENCIPHER_ONLY,
  DECIPHER_ONLY;

  static Set<KeyUsage> read(DerReader reader) throws MalformedObjectException {
    byte[] bits = reader.bitString(DerReader.BIT_STRING, "KeyUsage");
    Set<KeyUsage> usages = EnumSet.noneOf(KeyUsage.class);
    for (KeyUsage usage : values()) {
      int bit = usage.ordinal();
      if (bit / 8 < bits.length && (bits[bit / 8] & 0x80 >> bit % 8) != 0) {
        usages.add(usage);
      }
    }
    return Collections.unmodifiableSet(usages);
  }
}
