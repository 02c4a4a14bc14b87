package cn.trustregistry.publication;

import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.trust.DirectoryEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as its CA company published it.
 *
 * @param seq order of publication over all companies
 * @param serial lower-case hexadecimal
 * @param uscc the holder's unified social credit code, or null where the certificate has none
 */
public record PublishedCertificate(
    String sha256,
    long seq,
    String tenant,
    String issuerSha256,
    String serial,
    String subject,
    @Nullable String uscc,
    CertificateAttributes attributes,
    CertificateRole role,
    Instant notBefore,
    Instant notAfter,
    Instant publishedAt,
    byte[] der) {

  /** What verdicts need of it. */
  public DirectoryEntry directoryEntry() {
    return new DirectoryEntry(
        sha256,
        tenant,
        issuerSha256,
        attributes.holderKind(),
        attributes.medium(),
        attributes.profile(),
        role,
        uscc,
        publishedAt);
  }
}
