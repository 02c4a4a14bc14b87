package cn.trustregistry.publication;

import cn.trustregistry.pki.revocation.RevocationStatus;
import cn.trustregistry.publication.CertificatePage.Item;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what one company, or any of them, published, the newest first, for people at a desk. */
@ApplicationScoped
public class CertificateArchive {
  /** A search for a state looks at this many certificates for one page, and no more. */
  private static final int LOOKED_AT = 1_000;

  @PersistenceContext EntityManager entities;
  @Inject TrustState trust;

  /**
   * @param tenant the company whose certificates are looked through; null for all
   * @param below the cursor of the page before; {@link Long#MAX_VALUE} for the newest page
   * @return a page whose {@code next} is the cursor of the one after it
   */
  @Transactional
  public CertificatePage search(
      @Nullable String tenant, CertificateSearch search, long below, int limit, Instant at) {
    CertificateStates states = new CertificateStates(trust.required(), at);
    int looked = search.state() == null ? limit : LOOKED_AT;
    List<PublishedCertificate> found = rows(tenant, search, below, looked);
    return CertificatePage.of(found, states, search.state(), below, limit, looked);
  }

  private List<PublishedCertificate> rows(
      @Nullable String tenant, CertificateSearch search, long below, int limit) {
    TypedQuery<CertificateRow> query =
        entities.createQuery(
            "select c from CertificateRow c where c.seq < :below"
                + (tenant == null ? "" : " and c.tenant = :tenant")
                + search.conditions()
                + " order by c.seq desc",
            CertificateRow.class);
    query.setParameter("below", below).setMaxResults(limit);
    if (tenant != null) {
      query.setParameter("tenant", tenant);
    }
    search.parameters().forEach(query::setParameter);
    return query.getResultStream().map(CertificateRow::toPublished).toList();
  }

  /** The certificate with this fingerprint, whoever published it, and how it stands. */
  @Transactional
  public Optional<Item> find(String sha256, Instant at) {
    CertificateStates states = new CertificateStates(trust.required(), at);
    return entities
        .createQuery(
            "select c from CertificateRow c where c.sha256 = :sha256", CertificateRow.class)
        .setParameter("sha256", sha256)
        .getResultStream()
        .findFirst()
        .map(CertificateRow::toPublished)
        .map(certificate -> new Item(certificate, states.of(certificate)));
  }

  /** What is known of its revocation, with the evidence that says so. */
  public RevocationStatus revocation(PublishedCertificate certificate, Instant at) {
    return new CertificateStates(trust.required(), at).revocation(certificate);
  }

  /** Every notice about it, in the order of arrival. */
  @Transactional
  public List<StoredNotice> notices(PublishedCertificate certificate) {
    return entities
        .createQuery(
            "select n from NoticeRow n where n.issuerSha256 = :issuer and n.serial = :serial"
                + " order by n.seq",
            NoticeRow.class)
        .setParameter("issuer", certificate.issuerSha256())
        .setParameter("serial", certificate.serial())
        .getResultStream()
        .map(NoticeRow::toNotice)
        .toList();
  }
}
