package cn.trustregistry.web.rest;

import cn.trustregistry.publication.PublishedCertificate;
import org.jspecify.annotations.Nullable;

/** A published certificate in JSON. */
public record CertificateView(
    String sha256,
    String issuerSha256,
    String serial,
    String subject,
    @Nullable String uscc,
    String holderKind,
    String medium,
    String profile,
    String role,
    String notBefore,
    String notAfter,
    String publishedAt) {
  static CertificateView of(PublishedCertificate certificate) {
    return new CertificateView(
        certificate.sha256(),
        certificate.issuerSha256(),
        certificate.serial(),
        certificate.subject(),
        certificate.uscc(),
        certificate.attributes().holderKind().name(),
        certificate.attributes().medium().name(),
        certificate.attributes().profile().name(),
        certificate.role().name(),
        certificate.notBefore().toString(),
        certificate.notAfter().toString(),
        certificate.publishedAt().toString());
  }
}
