package cn.trustregistry.web.xkms;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.KeyUsage;
import java.util.ArrayList;
import java.util.List;

/** KeyUsage of XKMS 2.0 part 1, 5.1.2, by the key usage of the certificate. */
final class KeyUsages {
  private KeyUsages() {}

  static List<String> of(Certificate certificate) {
    List<String> usages = new ArrayList<>(3);
    if (allows(certificate, KeyUsage.KEY_ENCIPHERMENT)
        || allows(certificate, KeyUsage.DATA_ENCIPHERMENT)) {
      usages.add("Encryption");
    }
    if (allows(certificate, KeyUsage.DIGITAL_SIGNATURE)
        || allows(certificate, KeyUsage.NON_REPUDIATION)) {
      usages.add("Signature");
    }
    if (allows(certificate, KeyUsage.KEY_AGREEMENT)) {
      usages.add("Exchange");
    }
    return usages;
  }

  private static boolean allows(Certificate certificate, KeyUsage usage) {
    return certificate.extensions().allows(usage);
  }
}
