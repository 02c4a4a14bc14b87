package cn.trustregistry.publication;

import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.trust.DirectoryEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns of a certificate that verdicts need; its encoding stays in the database. */
record DirectoryRow(
    String sha256,
    String tenant,
    String issuerSha256,
    String holderKind,
    String medium,
    String profile,
    String role,
    @Nullable String uscc,
    Instant publishedAt) {
  DirectoryEntry toEntry() {
    return new DirectoryEntry(
        sha256,
        tenant,
        issuerSha256,
        HolderKind.valueOf(holderKind),
        Medium.valueOf(medium),
        Profile.valueOf(profile),
        CertificateRole.valueOf(role),
        uscc,
        publishedAt);
  }
}
