package cn.trustregistry.publication;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.gm.CertificateRole;
import cn.trustregistry.pki.lint.Finding;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.trust.DirectoryEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
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

  @Column(name = "public_key")
  @Nullable String publicKey;

  @Column @Nullable String holder;

  @Column(name = "pair_sha256")
  @Nullable String pairSha256;

  @Column String warnings;

  CertificateRow() {}

  CertificateRow(Draft.Fit fit, List<Finding> warnings, String clientId, Instant at) {
    Certificate certificate = fit.certificate();
    this.sha256 = certificate.sha256();
    this.tenant = fit.issuer().tenant();
    this.issuerSha256 = fit.issuer().sha256();
    this.serial = certificate.serial().toString(16);
    this.subject = certificate.subject().toString();
    this.uscc = fit.uscc();
    this.holderKind = fit.attributes().holderKind().name();
    this.medium = fit.attributes().medium().name();
    this.profile = fit.attributes().profile().name();
    this.role = fit.role().name();
    this.notBefore = certificate.notBefore();
    this.notAfter = certificate.notAfter();
    this.der = certificate.der();
    this.publishedAt = at;
    this.publishedBy = clientId;
    this.publicKey = certificate.publicKey().sha256();
    this.holder = fit.holder();
    this.pairSha256 = fit.pair();
    this.warnings = FindingsJson.write(warnings);
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
        pairSha256,
        FindingsJson.read(warnings),
        der);
  }

  /** What verdicts need of it. */
  DirectoryEntry toDirectoryEntry() {
    CertificateAttributes attributes = attributes();
    return new DirectoryEntry(
        sha256,
        tenant,
        issuerSha256,
        attributes.holderKind(),
        attributes.medium(),
        attributes.profile(),
        CertificateRole.valueOf(role),
        uscc,
        publishedAt);
  }
}
