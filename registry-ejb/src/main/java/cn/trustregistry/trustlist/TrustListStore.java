package cn.trustregistry.trustlist;

import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.signing.SigningIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/** Keeps the lists and gives each the next number. */
@ApplicationScoped
class TrustListStore {
  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;

  @Transactional
  public Optional<TrustList> newest() {
    return entities
        .createQuery("select t from TrustListRow t order by t.sequence desc", TrustListRow.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(TrustListRow::toList);
  }

  @Transactional
  public Optional<TrustList> find(long sequence) {
    return Optional.ofNullable(entities.find(TrustListRow.class, sequence))
        .map(TrustListRow::toList);
  }

  /** Issues a list; nobody else issues one meanwhile. */
  @Transactional
  public TrustList issue(
      TrustListContent content, SigningIdentity signer, Duration life, Instant at) {
    audit.takeTurn();
    long sequence = newest().map(list -> list.sequence() + 1).orElse(1L);
    Document document = TrustListDocument.write(content, sequence, at, at.plus(life));
    new XadesSignature(signer).sign(document, at);
    TrustListRow row = new TrustListRow();
    row.sequence = sequence;
    row.issuedAt = at;
    row.nextUpdate = at.plus(life);
    row.contentSha256 = content.sha256();
    row.xml = octets(document);
    entities.persist(row);
    audit.append(
        "registry", null, "TRUST_LIST_ISSUED", String.valueOf(sequence), row.contentSha256, at);
    return row.toList();
  }

  private static byte[] octets(Document document) {
    try {
      ByteArrayOutputStream octets = new ByteArrayOutputStream(32_768);
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(octets));
      return octets.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException("a trust list cannot be written", e);
    }
  }
}
