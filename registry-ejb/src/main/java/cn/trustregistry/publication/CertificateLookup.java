package cn.trustregistry.publication;

import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Finds what any company published, for relying parties; publishing is for all of them to see. */
@ApplicationScoped
public class CertificateLookup {
  /** What certificates are looked up by; the names are those of the attributes. */
  public enum Key {
    USCC("uscc"),
    SERIAL("serial"),
    SHA256("sha256");

    private final String attribute;

    Key(String attribute) {
      this.attribute = attribute;
    }
  }

  /** A certificate and how it stands. */
  public record Found(PublishedCertificate certificate, CertificateState state) {}

  @PersistenceContext EntityManager entities;
  @Inject TrustState trust;

  /**
   * @param value of the key, in the form in which it is stored: capitals for a code, lower-case
   *     hexadecimal without leading zeros for a serial number
   * @return the newest first
   */
  @Transactional
  public List<Found> find(Key key, String value, int most, Instant at) {
    CertificateStates states = new CertificateStates(trust.required(), at);
    return entities
        .createQuery(
            "select c from CertificateRow c where c."
                + key.attribute
                + " = :value order by c.notBefore desc, c.seq desc",
            CertificateRow.class)
        .setParameter("value", value)
        .setMaxResults(most)
        .getResultStream()
        .map(CertificateRow::toPublished)
        .map(certificate -> new Found(certificate, states.of(certificate)))
        .toList();
  }
}
