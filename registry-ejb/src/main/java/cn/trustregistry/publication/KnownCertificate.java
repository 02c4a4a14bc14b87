package cn.trustregistry.publication;

import cn.trustregistry.pki.gm.CertificateRole;
import org.jspecify.annotations.Nullable;

/** What the next publication needs to know of one published before. */
record KnownCertificate(
    String sha256,
    String issuerSha256,
    String serial,
    CertificateAttributes attributes,
    CertificateRole role,
    @Nullable String holder,
    @Nullable String pair,
    String warnings) {
  static KnownCertificate of(CertificateRow row) {
    return new KnownCertificate(
        row.sha256,
        row.issuerSha256,
        row.serial,
        row.attributes(),
        CertificateRole.valueOf(row.role),
        row.holder,
        row.pairSha256,
        row.warnings);
  }
}
