package cn.trustregistry.web.rest;

import cn.trustregistry.publication.CertificateState;
import cn.trustregistry.publication.PublishedCertificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published certificate in JSON.
 *
 * @param state how it stands now
 * @param warnings what was wrong with it when it was published
 */
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
    String publishedAt,
    String state,
    @Nullable String pair,
    List<FindingView> warnings) {
  static CertificateView of(PublishedCertificate certificate, CertificateState state) {
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
        certificate.publishedAt().toString(),
        state.name(),
        certificate.pair(),
        certificate.warnings().stream().map(FindingView::of).toList());
  }
}
