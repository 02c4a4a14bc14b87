package cn.trustregistry.publication;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.publication.PublicationRefused.Kind;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustChange;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes certificates of CA companies and reads them back. */
@ApplicationScoped
public class Publications {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject TrustState trust;
  @Inject SignatureVerifier verifier;
  @Inject Event<TrustChange> changed;

  /**
   * Publishes an end-entity certificate; publishing the same again answers the same.
   *
   * @param pemOrDer one certificate
   * @throws PublicationRefused if it is malformed, foreign, or differs from what was published
   */
  @Transactional
  public PublishedCertificate publishCertificate(
      CaClient client, byte[] pemOrDer, CertificateAttributes attributes, Instant at) {
    Permission.require(client, Scope.PUBLISH);
    Certificate certificate = read(pemOrDer);
    CertificateAcceptance.Accepted accepted =
        CertificateAcceptance.judge(
            certificate, company(client), snapshot().issuers(client.tenant()), verifier);
    Optional<CertificateRow> same = find(accepted.issuer().sha256(), certificate);
    if (same.isPresent()) {
      return repeated(same.get(), certificate, attributes);
    }
    CertificateRow row =
        new CertificateRow(certificate, accepted, attributes, client.clientId(), at);
    entities.persist(row);
    audit.append(
        client.clientId(), client.tenant(), "CERTIFICATE_PUBLISHED", row.sha256, row.subject, at);
    entities.flush();
    PublishedCertificate result = row.toPublished();
    changed.fire(new TrustChange.CertificatePublished(result.directoryEntry()));
    return result;
  }

  /** One of the client's own company's certificates. */
  @Transactional
  public Optional<PublishedCertificate> certificate(CaClient client, String sha256) {
    Permission.require(client, Scope.READ);
    return entities
        .createQuery(
            "select c from CertificateRow c where c.sha256 = :sha256 and c.tenant = :tenant",
            CertificateRow.class)
        .setParameter("sha256", sha256)
        .setParameter("tenant", client.tenant())
        .getResultStream()
        .findFirst()
        .map(CertificateRow::toPublished);
  }

  /** The certificate with this serial number that one of a company's issuers issued. */
  @Transactional
  public Optional<PublishedCertificate> certificate(
      String tenant, String issuerSha256, BigInteger serial) {
    return entities
        .createQuery(
            "select c from CertificateRow c where c.issuerSha256 = :issuer and c.serial = :serial"
                + " and c.tenant = :tenant",
            CertificateRow.class)
        .setParameter("issuer", issuerSha256)
        .setParameter("serial", serial.toString(16))
        .setParameter("tenant", tenant)
        .getResultStream()
        .findFirst()
        .map(CertificateRow::toPublished);
  }

  /** Hands over what verdicts need of every certificate of every company. */
  @Transactional
  public void eachDirectoryEntry(Consumer<DirectoryEntry> consumer) {
    entities
        .createQuery(
            "select new cn.trustregistry.publication.DirectoryRow(c.sha256, c.tenant,"
                + " c.issuerSha256, c.holderKind, c.medium, c.profile, c.role, c.uscc,"
                + " c.publishedAt) from CertificateRow c order by c.seq",
            DirectoryRow.class)
        .getResultStream()
        .map(DirectoryRow::toEntry)
        .forEach(consumer);
  }

  private TrustSnapshot snapshot() {
    return trust
        .current()
        .orElseThrow(() -> new IllegalStateException("the trust snapshot is not loaded"));
  }

  private CaCompany company(CaClient client) {
    return snapshot()
        .company(client.tenant())
        .orElseThrow(() -> new IllegalStateException("no company " + client.tenant()));
  }

  private Optional<CertificateRow> find(String issuerSha256, Certificate certificate) {
    return entities
        .createQuery(
            "select c from CertificateRow c where c.issuerSha256 = :issuer and c.serial = :serial",
            CertificateRow.class)
        .setParameter("issuer", issuerSha256)
        .setParameter("serial", certificate.serial().toString(16))
        .getResultStream()
        .findFirst();
  }

  private static PublishedCertificate repeated(
      CertificateRow row, Certificate certificate, CertificateAttributes attributes) {
    if (!row.sha256.equals(certificate.sha256())) {
      throw new PublicationRefused(
          Kind.DUPLICATE_SERIAL,
          "certificate",
          "Certificate " + row.sha256 + " of the same issuer has the same serial number.");
    }
    if (!row.attributes().equals(attributes)) {
      throw new PublicationRefused(
          Kind.ATTRIBUTES_DIFFER, null, "It was published before with " + row.attributes() + ".");
    }
    return row.toPublished();
  }

  private static Certificate read(byte[] pemOrDer) {
    try {
      return Certificate.read(pemOrDer);
    } catch (MalformedObjectException e) {
      throw new PublicationRefused(
          Kind.MALFORMED_CERTIFICATE, "certificate", String.valueOf(e.getMessage()));
    }
  }
}
