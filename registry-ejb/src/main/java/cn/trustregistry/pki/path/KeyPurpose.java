package cn.trustregistry.pki.path;

import static cn.trustregistry.pki.KeyUsage.CRL_SIGN;
import static cn.trustregistry.pki.KeyUsage.DATA_ENCIPHERMENT;
import static cn.trustregistry.pki.KeyUsage.DIGITAL_SIGNATURE;
import static cn.trustregistry.pki.KeyUsage.KEY_AGREEMENT;
import static cn.trustregistry.pki.KeyUsage.KEY_CERT_SIGN;
import static cn.trustregistry.pki.KeyUsage.KEY_ENCIPHERMENT;
import static cn.trustregistry.pki.KeyUsage.NON_REPUDIATION;

import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.gm.CertificateRole;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate is to be used for: the one table from purposes to key usage bits (RFC 5280
 * 4.2.1.3, GB/T 20518 5.2.3.2) and extended key purposes (RFC 5280 4.2.1.12, RFC 9336). One of the
 * bits and one of the purposes is enough; what a certificate does not say it does not limit.
 */
public enum KeyPurpose {
  /** No requirement: the path alone is asked about. */
  ANY(Set.of(), Set.of(), false, null),
  /** Proving to be the holder, as in a log-in by challenge. */
  AUTHENTICATION(
      Set.of(DIGITAL_SIGNATURE), Set.of(Purposes.CLIENT_AUTH), false, CertificateRole.SIGNING),
  /** Signing documents and seals. */
  SIGNATURE(
      Set.of(DIGITAL_SIGNATURE, NON_REPUDIATION),
      Set.of(
          Purposes.DOCUMENT_SIGNING,
          Purposes.EMAIL_PROTECTION,
          Purposes.MS_DOCUMENT_SIGNING,
          Purposes.ADOBE_DOCUMENT_SIGNING),
      false,
      CertificateRole.SIGNING),
  /** Encrypting something, or the key of something, to the holder. */
  ENCRYPTION(
      Set.of(KEY_ENCIPHERMENT, DATA_ENCIPHERMENT, KEY_AGREEMENT),
      Set.of(Purposes.EMAIL_PROTECTION, Purposes.MS_FILE_ENCRYPTION),
      false,
      CertificateRole.ENCRYPTION),
  /** A TLS server. */
  SERVER_AUTHENTICATION(
      Set.of(DIGITAL_SIGNATURE, KEY_ENCIPHERMENT, KEY_AGREEMENT),
      Set.of(Purposes.SERVER_AUTH),
      false,
      null),
  /** RFC 3161 2.3: the purpose must be there. */
  TIMESTAMPING(
      Set.of(DIGITAL_SIGNATURE, NON_REPUDIATION),
      Set.of(Purposes.TIME_STAMPING),
      true,
      CertificateRole.SIGNING),
  /** RFC 6960 4.2.2.2: the purpose must be there. */
  OCSP_SIGNING(
      Set.of(DIGITAL_SIGNATURE, NON_REPUDIATION),
      Set.of(Purposes.OCSP_SIGNING),
      true,
      CertificateRole.SIGNING),
  /** Signing revocation lists (RFC 5280 6.3.3(f)). */
  CRL_SIGNING(Set.of(CRL_SIGN), Set.of(), false, null),
  /** Signing certificates. */
  CERTIFICATE_SIGNING(Set.of(KEY_CERT_SIGN), Set.of(), false, null);

  /** Object identifiers of key purposes. */
  private static final class Purposes {
    static final String ANY = "2.5.29.37.0";
    static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";
    static final String MS_DOCUMENT_SIGNING = "1.3.6.1.4.1.311.10.3.12";
    static final String MS_FILE_ENCRYPTION = "1.3.6.1.4.1.311.10.3.4";
    static final String ADOBE_DOCUMENT_SIGNING = "1.2.840.113583.1.1.5";
  }

  private final Set<KeyUsage> usages;
  private final Set<String> purposes;
  private final boolean purposeRequired;
  private final @Nullable CertificateRole role;

  KeyPurpose(
      Set<KeyUsage> usages,
      Set<String> purposes,
      boolean purposeRequired,
      @Nullable CertificateRole role) {
    this.usages = usages;
    this.purposes = purposes;
    this.purposeRequired = purposeRequired;
    this.role = role;
  }

  /** Which of a pair of GM certificates it takes; null if it does not matter. */
  public @Nullable CertificateRole role() {
    return role;
  }

  /** Whether a key with these usages, or null for unlimited ones, may be used for this purpose. */
  boolean allowsUsages(@Nullable Set<KeyUsage> keyUsage) {
    if (keyUsage == null || usages.isEmpty()) {
      return true;
    }
    for (KeyUsage usage : usages) {
      if (keyUsage.contains(usage)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a certificate limited to these extended purposes, or null for no limit, may be used for
   * this one.
   *
   * @param target whether it is the certificate asked about; the purposes of a CA only limit what
   *     it issues
   */
  boolean allowsPurposes(@Nullable Set<String> extendedKeyUsage, boolean target) {
    if (extendedKeyUsage == null) {
      return !(purposeRequired && target);
    }
    if (purposes.isEmpty()) {
      return true;
    }
    if (extendedKeyUsage.contains(Purposes.ANY) && !(purposeRequired && target)) {
      return true;
    }
    for (String purpose : purposes) {
      if (extendedKeyUsage.contains(purpose)) {
        return true;
      }
    }
    return false;
  }
}
