package cn.trustregistry.publication;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "certificate")
class CertificateRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long seq;

  @Column String sha256;

  @Column String tenant;

  @Column(name = "issuer_sha256")
  String issuerSha256;

  @Column String serial;

  @Column String subject;

  @Column @Nullable String uscc;

  @Column(name = "holder_kind")
  String holderKind;

  @Column String medium;

  @Column String profile;

  @Column String role;

  @Column(name = "not_before")
  Instant notBefore;

  @Column(name = "not_after")
  Instant notAfter;

  @Column byte[] der;

  @Column(name = "published_at")
  Instant publishedAt;

  @Column(name = "published_by")
  String publishedBy;

  CertificateRow() {}

  CertificateRow(
      Certificate certificate,
      CertificateAcceptance.Accepted accepted,
      CertificateAttributes attributes,
      String clientId,
      Instant at) {
    this.sha256 = certificate.sha256();
    this.tenant = accepted.issuer().tenant();
    this.issuerSha256 = accepted.issuer().sha256();
    this.serial = certificate.serial().toString(16);
    this.subject = certificate.subject().toString();
    this.uscc = accepted.uscc();
    this.holderKind = attributes.holderKind().name();
    this.medium = attributes.medium().name();
    this.profile = attributes.profile().name();
    this.role = accepted.role().name();
    this.notBefore = certificate.notBefore();
    this.notAfter = certificate.notAfter();
    this.der = certificate.der();
    this.publishedAt = at;
    this.publishedBy = clientId;
  }

  CertificateAttributes attributes() {
    return new CertificateAttributes(
        HolderKind.valueOf(holderKind), Medium.valueOf(medium), Profile.valueOf(profile));
  }

  PublishedCertificate toPublished() {
    return new PublishedCertificate(
        sha256,
        seq,
        tenant,
        issuerSha256,
        serial,
        subject,
        uscc,
        attributes(),
        CertificateRole.valueOf(role),
        notBefore,
        notAfter,
        publishedAt,
        der);
  }
}
