package cn.trustregistry.receipt.issuing;

import cn.trustregistry.access.SecretBox;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.receipt.ReceiptKey;
import cn.trustregistry.receipt.ReceiptKeys;
import cn.trustregistry.receipt.ReceiptRefused;
import cn.trustregistry.receipt.ReceiptSigner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign receipts. The newest signs; all that ever signed verify, for ever. A key whose
 * private half can no longer be unsealed signs no more, and another is made.
 */
@ApplicationScoped
public class ReceiptKeyring {
  /** What is known of the keys at one moment. */
  record Keys(ReceiptKeys known, @Nullable ReceiptSigner newest, Instant newestSince) {}

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject SecretBox box;
  @Inject ReceiptSettings settings;
  @Inject Event<Keys> changed;

  private volatile Keys keys = new Keys(ReceiptKeys.NONE, null, Instant.EPOCH);

  /** Reads the keys and makes one if none signs or the newest is old; to be called regularly. */
  @Transactional
  public void refresh(Instant at) {
    Keys stored = read();
    ReceiptSigner newest = stored.newest();
    boolean fresh =
        newest != null
            && newest.publicKey().algorithm() == settings.algorithm()
            && stored.newestSince().plus(settings.keyLife()).isAfter(at);
    changed.fire(fresh ? stored : create(stored, at));
  }

  /** Makes a key that signs from now on. */
  @Transactional
  public void rotate(Instant at) {
    changed.fire(create(read(), at));
  }

  /** All keys that verify receipts of this registry. */
  public ReceiptKeys known() {
    return keys.known();
  }

  /** The same, as the database knows them now: another node may have made one. */
  @Transactional
  ReceiptKeys reread() {
    Keys stored = read();
    changed.fire(stored);
    return stored.known();
  }

  public boolean canSign() {
    return signing().isPresent();
  }

  /** The key that signs now; empty if there is none that can. */
  Optional<ReceiptSigner> signing() {
    return Optional.ofNullable(keys.newest());
  }

  void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) Keys latest) {
    keys = latest;
    KeySetFile.write(settings.keySet(), latest.known());
  }

  private Keys read() {
    List<ReceiptKeyRow> rows =
        entities
            .createQuery("select k from ReceiptKeyRow k order by k.createdAt", ReceiptKeyRow.class)
            .getResultList();
    List<ReceiptKey> known = rows.stream().map(ReceiptKeyring::publicKey).toList();
    if (rows.isEmpty()) {
      return new Keys(ReceiptKeys.NONE, null, Instant.EPOCH);
    }
    ReceiptKeyRow last = rows.get(rows.size() - 1);
    ReceiptSigner newest =
        box.open(last.sealedKey, context(last.kid))
            .map(pkcs8 -> ReceiptSigner.of(known.get(known.size() - 1), pkcs8))
            .orElse(null);
    return new Keys(new ReceiptKeys(known), newest, last.createdAt);
  }

  private Keys create(Keys stored, Instant at) {
    ReceiptSigner signer = ReceiptSigner.generate(settings.algorithm(), at);
    ReceiptKeyRow row = new ReceiptKeyRow();
    row.kid = signer.publicKey().kid();
    row.publicJwk = new ReceiptKeys(List.of(signer.publicKey())).toJson();
    row.sealedKey = box.seal(signer.pkcs8(), context(row.kid));
    row.createdAt = at;
    entities.persist(row);
    audit.append("registry", null, "RECEIPT_KEY_CREATED", row.kid, settings.algorithm().name(), at);
    List<ReceiptKey> more = new ArrayList<>(stored.known().keys());
    more.add(signer.publicKey());
    return new Keys(new ReceiptKeys(more), signer, at);
  }

  private static ReceiptKey publicKey(ReceiptKeyRow row) {
    try {
      return ReceiptKeys.parse(row.publicJwk).keys().get(0);
    } catch (ReceiptRefused e) {
      throw new IllegalStateException("stored key " + row.kid + " no longer parses", e);
    }
  }

  private static String context(String kid) {
    return "receipt-key " + kid;
  }
}
