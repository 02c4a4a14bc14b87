package cn.trustregistry.pki.lint;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Extensions;
import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.gm.CertificateRole;
import java.util.List;
import java.util.Set;

/** What the key may be used for (RFC 5280 4.2.1.3, GB/T 20518 5.2.3.2). */
final class KeyUsageLints {
  private KeyUsageLints() {}

  static void examine(Certificate certificate, List<Finding> found) {
    Set<KeyUsage> usage = certificate.extensions().keyUsage();
    if (usage == null) {
      found.add(
          Finding.warning(
              "w_gbt20518_key_usage_missing",
              "GB/T 20518 5.2.3.2",
              "Without a key usage extension signing and encryption cannot be told apart."));
      return;
    }
    if (!certificate.extensions().critical().contains(Extensions.KEY_USAGE)) {
      found.add(
          Finding.warning(
              "w_ext_key_usage_not_critical",
              "RFC 5280 4.2.1.3",
              "The key usage extension is not critical."));
    }
    bits(certificate, usage, found);
    kindOfKey(certificate, usage, found);
  }

  private static void bits(Certificate certificate, Set<KeyUsage> usage, List<Finding> found) {
    if (usage.isEmpty()) {
      found.add(
          Finding.error(
              "e_ext_key_usage_without_bits", "RFC 5280 4.2.1.3", "No usage at all is set."));
    } else if (CertificateRole.of(certificate) == CertificateRole.NEITHER) {
      found.add(
          Finding.error(
              "e_gbt20518_neither_signing_nor_encryption",
              "GB/T 20518 5.2.3.2",
              "The key may neither sign nor encrypt: " + usage + "."));
    }
    if (usage.contains(KeyUsage.KEY_CERT_SIGN) && !certificate.extensions().isCa()) {
      found.add(
          Finding.error(
              "e_ext_key_usage_cert_sign_without_ca",
              "RFC 5280 4.2.1.9",
              "A holder's key may sign certificates."));
    }
  }

  private static void kindOfKey(Certificate certificate, Set<KeyUsage> usage, List<Finding> found) {
    PublicKey key = certificate.publicKey();
    if (key.algorithm().equals(PublicKey.RSA) && usage.contains(KeyUsage.KEY_AGREEMENT)) {
      found.add(
          Finding.warning(
              "e_rsa_allowed_ku_ee", "RFC 3279 2.3.1", "An RSA key cannot be used to agree keys."));
    }
    boolean encipherment =
        usage.contains(KeyUsage.KEY_ENCIPHERMENT) || usage.contains(KeyUsage.DATA_ENCIPHERMENT);
    // SM2 enciphers (GM/T 0003.4); the curves of ECDSA do not
    if (key.algorithm().equals(PublicKey.EC) && !key.isSm2() && encipherment) {
      found.add(
          Finding.warning(
              "e_ecdsa_allowed_ku", "RFC 8813 3", "A key for ECDSA cannot be used to encipher."));
    }
    if (key.isSm2() && CertificateRole.of(certificate) == CertificateRole.BOTH) {
      found.add(
          Finding.warning(
              "w_gbt20518_signing_and_encryption_in_one",
              "GB/T 20518 5.2.3.2",
              "One SM2 key both signs and encrypts; they come in pairs."));
    }
  }
}
