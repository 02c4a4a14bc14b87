package cn.trustregistry.replacement;

import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.trust.KeyHandling;
import java.time.Instant;
import java.util.List;

/**
 * An entry of the ledger; it never changes.
 *
 * @param seq order of the ledger, the cursor of listings
 * @param tenant company of the new certificates
 * @param oldTenant company of the old ones
 * @param uscc the holder's unified social credit code
 * @param certificateFen price of the certificate, CNY fen; 0 for the free case
 * @param mediumFen price of the medium, CNY fen
 * @param tariffVersion and {@code tariffItem}: the line of the company's tariff it was taken from
 */
public record Replacement(
    String id,
    long seq,
    String tenant,
    String oldTenant,
    String uscc,
    HolderKind holderKind,
    ReplacementReason reason,
    long certificateFen,
    long mediumFen,
    int tariffVersion,
    String tariffItem,
    List<Replaced> certificates,
    Instant recordedAt,
    String recordedBy) {
  /**
   * One certificate for another.
   *
   * @param oldNotAfter end of the old one's validity, which {@code newNotAfter} does not fall short
   *     of
   */
  public record Replaced(
      CertificateRole role,
      String oldCertificate,
      String newCertificate,
      KeyHandling key,
      Instant oldNotAfter,
      Instant newNotAfter) {}

  public Replacement {
    certificates = List.copyOf(certificates);
  }
}
