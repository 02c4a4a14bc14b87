package cn.trustregistry.publication;

import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.lint.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as its CA company published it.
 *
 * @param seq order of publication over all companies
 * @param serial lower-case hexadecimal
 * @param pair SHA-256 of the other half of the pair, as the company said, or null
 * @param warnings what was wrong with it when it was published
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
    @Nullable String pair,
    List<Finding> warnings,
    byte[] der) {}
