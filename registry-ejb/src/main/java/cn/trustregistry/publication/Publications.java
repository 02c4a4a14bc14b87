package cn.trustregistry.publication;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.gm.UnifiedSocialCreditCode;
import cn.trustregistry.publication.PublicationOutcome.Published;
import cn.trustregistry.publication.PublicationOutcome.Refused;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes certificates of CA companies and reads them back. */
@ApplicationScoped
public class Publications {
  /** A search for a state looks at this many certificates for one page, and no more. */
  private static final int LOOKED_AT = 2_000;

  private static final int MOST_OF_HOLDER = 200;

  @PersistenceContext EntityManager entities;
  @Inject TrustState trust;
  @Inject SignatureVerifier verifier;
  @Inject CertificateStore store;

  /**
   * Publishes an end-entity certificate; publishing the same again answers the same.
   *
   * @param pemOrDer one certificate
   * @throws PublicationRefused if it is malformed, foreign, or differs from what was published
   */
  public PublishedCertificate publishCertificate(
      CaClient client, byte[] pemOrDer, CertificateAttributes attributes, Instant at) {
    List<Draft> drafts =
        examine(client, List.of(new CertificateSubmission(pemOrDer, attributes, null)), at);
    PublicationOutcome outcome = store(client, drafts, at).get(0);
    if (outcome instanceof Refused refused) {
      throw refused.why();
    }
    return published(client, (Published) outcome);
  }

  /** The certificate that an outcome tells of. */
  public PublishedCertificate published(CaClient client, Published outcome) {
    return store
        .find(client.tenant(), outcome.sha256())
        .orElseThrow(() -> new IllegalStateException("no certificate " + outcome.sha256()));
  }

  /**
   * Looks at submissions each by itself: parses, verifies, lints. Stores nothing.
   *
   * @return a draft for each, in their order
   */
  public List<Draft> examine(CaClient client, List<CertificateSubmission> submissions, Instant at) {
    Permission.require(client, Scope.PUBLISH);
    CertificateAcceptance acceptance =
        new CertificateAcceptance(
            company(client),
            trust.required().issuers(client.tenant()),
            trust.required().recognition().newest(),
            verifier,
            at);
    return submissions.stream().map(acceptance::judge).toList();
  }

  /**
   * Publishes those drafts that are fit. What is {@link Published} when this returns is durable and
   * in force; if it throws, nothing of the batch is.
   *
   * @return an outcome for each, in their order
   */
  public List<PublicationOutcome> store(CaClient client, List<Draft> drafts, Instant at) {
    Permission.require(client, Scope.PUBLISH);
    return store.add(client, drafts, at);
  }

  /** What {@link #store} would answer now; stores nothing. */
  public List<PublicationOutcome> dryRun(CaClient client, List<Draft> drafts, Instant at) {
    Permission.require(client, Scope.PUBLISH);
    return store.wouldAdd(client, drafts, at);
  }

  /** One of the client's own company's certificates. */
  public Optional<PublishedCertificate> certificate(CaClient client, String sha256) {
    Permission.require(client, Scope.READ);
    return store.find(client.tenant(), sha256);
  }

  /** How one of the client's certificates stands at a moment. */
  public CertificateState state(PublishedCertificate certificate, Instant at) {
    return new CertificateStates(trust.required(), at).of(certificate);
  }

  /**
   * The client's own company's certificates in the order of publication.
   *
   * @param cursor where the page before ended; 0 for the first
   * @param limit the most certificates of the page
   */
  public CertificatePage search(
      CaClient client, CertificateSearch search, long cursor, int limit, Instant at) {
    Permission.require(client, Scope.READ);
    CertificateStates states = new CertificateStates(trust.required(), at);
    int looked = search.state() == null ? limit : LOOKED_AT;
    List<PublishedCertificate> found = store.search(client.tenant(), search, cursor, looked);
    return CertificatePage.of(found, states, search.state(), cursor, limit, looked);
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

  /** Those of these certificates that any company has published; for rooms, not for clients. */
  @Transactional
  public List<PublishedCertificate> published(Collection<String> sha256) {
    return entities
        .createQuery(
            "select c from CertificateRow c where c.sha256 in :names", CertificateRow.class)
        .setParameter("names", sha256)
        .getResultStream()
        .map(CertificateRow::toPublished)
        .toList();
  }

  /** The newest certificates that any company has published for a holder; for rooms. */
  @Transactional
  public List<PublishedCertificate> ofHolder(UnifiedSocialCreditCode uscc) {
    return entities
        .createQuery(
            "select c from CertificateRow c where c.uscc = :uscc order by c.seq desc",
            CertificateRow.class)
        .setParameter("uscc", uscc.text())
        .setMaxResults(MOST_OF_HOLDER)
        .getResultStream()
        .map(CertificateRow::toPublished)
        .toList();
  }

  /**
   * From when on these certificates are valid, by fingerprint; those not published are left out.
   */
  @Transactional
  public Map<String, Instant> issuedAt(Collection<String> sha256) {
    Map<String, Instant> issued = new HashMap<>();
    if (!sha256.isEmpty()) {
      entities
          .createQuery(
              "select c.sha256, c.notBefore from CertificateRow c where c.sha256 in :sha256",
              Object[].class)
          .setParameter("sha256", sha256)
          .getResultStream()
          .forEach(row -> issued.put((String) row[0], (Instant) row[1]));
    }
    return issued;
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

  private CaCompany company(CaClient client) {
    return trust
        .required()
        .company(client.tenant())
        .orElseThrow(() -> new IllegalStateException("no company " + client.tenant()));
  }
}
