package cn.trustregistry.pki.gm;

import static cn.trustregistry.pki.KeyUsage.DATA_ENCIPHERMENT;
import static cn.trustregistry.pki.KeyUsage.DIGITAL_SIGNATURE;
import static cn.trustregistry.pki.KeyUsage.KEY_AGREEMENT;
import static cn.trustregistry.pki.KeyUsage.KEY_ENCIPHERMENT;
import static cn.trustregistry.pki.KeyUsage.NON_REPUDIATION;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.KeyUsage;
import java.util.Set;

/**
 * Which half of a pair of certificates one is (GB/T 20518 5.2.3.2, GM/T 0015): told from its key
 * usage alone.
 */
public enum CertificateRole {
  /** The holder's own key: signatures and log-in. */
  SIGNING,
  /** The key made and escrowed by the key management centre: encryption only. */
  ENCRYPTION,
  /** One key for both, or a certificate that does not limit its key. */
  BOTH,
  /** Neither, as with a key for certificates or revocation lists only. */
  NEITHER;

  public static CertificateRole of(Certificate certificate) {
    Set<KeyUsage> usage = certificate.extensions().keyUsage();
    if (usage == null) {
      return BOTH;
    }
    boolean signs = usage.contains(DIGITAL_SIGNATURE) || usage.contains(NON_REPUDIATION);
    boolean encrypts =
        usage.contains(KEY_ENCIPHERMENT)
            || usage.contains(DATA_ENCIPHERMENT)
            || usage.contains(KEY_AGREEMENT);
    return signs ? encrypts ? BOTH : SIGNING : encrypts ? ENCRYPTION : NEITHER;
  }
}
