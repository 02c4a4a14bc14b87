package cn.trustregistry.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.access.SecretBox;
import cn.trustregistry.audit.AuditTrail;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The registry's own keys for signing tokens: RSA, whose verification, needed at every request, is
 * the cheapest of all.
 *
 * <p>A new key is published an hour before it signs, and an old one verifies for a day after its
 * successor took over, so that nobody meets a token whose key he cannot know.
 */
@ApplicationScoped
public class SigningKeys {
  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;
  private static final int BITS = 2048;
  private static final Duration NOTICE = Duration.ofHours(1);
  private static final Duration AFTERLIFE = Duration.ofDays(1);

  /** A key from the moment it signs until it no longer verifies. */
  record SigningKey(RSAKey key, Instant signsFrom, Instant verifiesTo) {}

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject SecretBox box;
  @Inject TokenSettings settings;
  @Inject Event<SigningKey> created;

  private volatile List<SigningKey> known = List.of();

  /** Reads the keys and makes one if none signs or the newest is old; to be called regularly. */
  @Transactional
  public void refresh(Instant at) {
    List<SigningKey> stored =
        entities
            .createQuery("select k from SigningKeyRow k order by k.signsFrom", SigningKeyRow.class)
            .getResultStream()
            .flatMap(row -> read(row).stream())
            .filter(key -> key.verifiesTo().isAfter(at))
            .toList();
    known = stored;
    Optional<SigningKey> newest = stored.stream().reduce((older, newer) -> newer);
    if (newest.isEmpty()) {
      create(at, at);
    } else if (!newest.get().signsFrom().plus(settings.keyLife()).isAfter(at)) {
      create(at.plus(NOTICE), at);
    }
  }

  /** Makes a key that signs from an hour on; the one before it verifies as long as needed. */
  @Transactional
  public void rotate(Instant at) {
    create(at.plus(NOTICE), at);
  }

  /** The key that signs now. */
  RSAKey signing(Instant at) {
    return known.stream()
        .filter(key -> !key.signsFrom().isAfter(at))
        .max(Comparator.comparing(SigningKey::signsFrom))
        .orElseThrow(() -> new IllegalStateException("no signing key was loaded"))
        .key();
  }

  Optional<RSAKey> verifying(String kid, Instant at) {
    return known.stream()
        .filter(key -> key.verifiesTo().isAfter(at) && key.key().getKeyID().equals(kid))
        .map(SigningKey::key)
        .findFirst();
  }

  /** The public keys that sign or will sign or may still verify (RFC 7517), JSON. */
  public String jwks(Instant at) {
    List<JWK> keys =
        known.stream()
            .filter(key -> key.verifiesTo().isAfter(at))
            .map(key -> (JWK) key.key().toPublicJWK())
            .toList();
    return new JWKSet(keys).toString();
  }

  synchronized void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) SigningKey key) {
    List<SigningKey> more = new ArrayList<>(known);
    more.add(key);
    known = List.copyOf(more);
  }

  private void create(Instant signsFrom, Instant at) {
    RSAKey key = generate();
    SigningKeyRow row = new SigningKeyRow();
    row.kid = key.getKeyID();
    row.publicJwk = key.toPublicJWK().toJSONString();
    row.sealedJwk = box.seal(key.toJSONString().getBytes(UTF_8), "signing-key " + row.kid);
    row.createdAt = at;
    row.signsFrom = signsFrom;
    // twice its life: it signs on should nobody be there to rotate
    row.verifiesTo = signsFrom.plus(settings.keyLife().multipliedBy(2)).plus(AFTERLIFE);
    entities.persist(row);
    audit.append("registry", null, "SIGNING_KEY_CREATED", row.kid, signsFrom.toString(), at);
    entities.flush();
    created.fire(new SigningKey(key, row.signsFrom, row.verifiesTo));
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(ALGORITHM)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform makes RSA keys", e);
    }
  }

  /** Empty if it was sealed by a data directory that is lost: it can sign no more. */
  private Optional<SigningKey> read(SigningKeyRow row) {
    return box.open(row.sealedJwk, "signing-key " + row.kid)
        .map(
            json -> {
              try {
                RSAKey key = RSAKey.parse(new String(json, UTF_8));
                return new SigningKey(key, row.signsFrom, row.verifiesTo);
              } catch (ParseException e) {
                throw new IllegalStateException("stored key " + row.kid + " no longer parses", e);
              }
            });
  }
}
