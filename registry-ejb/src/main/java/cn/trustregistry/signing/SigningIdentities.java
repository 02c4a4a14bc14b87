package cn.trustregistry.signing;

import cn.trustregistry.access.SecretBox;
import cn.trustregistry.audit.AuditTrail;
import cn.trustregistry.pki.Certificate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the identities, and those that are known in memory. */
@ApplicationScoped
public class SigningIdentities {
  private static final String REGISTRY = "registry";
  private static final Duration LIFE = Duration.ofDays(3 * 365);

  /** A successor is made so long before the end of a certificate of the registry ... */
  private static final Duration SUCCESSOR = Duration.ofDays(60);

  /** ... and signs so long before it, when everybody had a month to take the new one in. */
  private static final Duration HANDOVER = Duration.ofDays(30);

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject SecretBox box;
  @Inject Event<SigningIdentity> changed;

  @Inject
  @ConfigProperty(name = "registry.operator.name")
  String operator;

  private volatile List<SigningIdentity> known = List.of();

  /** Reads all and makes what the registry lacks of its own; to be called regularly. */
  @Transactional
  public void refresh(Instant at) {
    List<SigningIdentity> stored =
        entities
            .createQuery(
                "select s from SigningIdentityRow s where s.retiredAt is null"
                    + " order by s.createdAt, s.id",
                SigningIdentityRow.class)
            .getResultStream()
            .flatMap(row -> open(row).stream())
            .toList();
    known = stored;
    for (SigningUse use : SigningUse.values()) {
      for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
        boolean wanted = use == SigningUse.OCSP || algorithm == SigningAlgorithm.P256;
        boolean there = own(use, algorithm).anyMatch(own -> own.signsAt(at.plus(SUCCESSOR)));
        if (wanted && !there) {
          createOwn(use, algorithm, at);
        }
      }
    }
  }

  /** All that are known; the same object as long as nothing changed. */
  public List<SigningIdentity> known() {
    return known;
  }

  /** Those of the registry itself, the older first: all that may be met now or soon. */
  public List<SigningIdentity> own(SigningUse use, Instant at) {
    return known.stream()
        .filter(each -> each.tenant() == null && each.use() == use && each.signsAt(at))
        .toList();
  }

  /** What the registry signs with in its own name; empty if it has no key. */
  public Optional<SigningIdentity> signing(SigningUse use, SigningAlgorithm algorithm, Instant at) {
    List<SigningIdentity> able = own(use, algorithm).filter(own -> own.signsAt(at)).toList();
    return able.stream()
        .filter(own -> own.signsAt(at.plus(HANDOVER)))
        .findFirst()
        .or(() -> able.stream().reduce((older, newer) -> newer));
  }

  /** Makes a key for an issuer that is to delegate to it; it signs once it has a certificate. */
  @Transactional
  public SigningIdentity createDelegated(
      String tenant, String issuerSha256, SigningAlgorithm algorithm, String actor, Instant at) {
    SigningKeyPair keys = SigningKeyPair.generate(algorithm);
    SigningIdentityRow row = row(SigningUse.OCSP, algorithm, keys, actor, at);
    row.tenant = tenant;
    row.issuerSha256 = issuerSha256;
    row.request =
        CertificateDrafts.request(
            keys, CertificateDrafts.name(operator, SigningUse.OCSP.title() + " for " + tenant));
    return stored(row, actor, "OCSP_RESPONDER_REQUESTED", at);
  }

  /** Puts the certificate of a delegated responder in force. */
  @Transactional
  public SigningIdentity certify(String id, Certificate certificate, String actor, Instant at) {
    SigningIdentityRow row = entities.find(SigningIdentityRow.class, id);
    row.certificate = certificate.der();
    return stored(row, actor, "OCSP_RESPONDER_CERTIFIED", at);
  }

  /** Ends an identity. */
  @Transactional
  public void retire(String id, String actor, Instant at) {
    SigningIdentityRow row = entities.find(SigningIdentityRow.class, id);
    row.retiredAt = at;
    stored(row, actor, "OCSP_RESPONDER_RETIRED", at);
  }

  synchronized void take(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) SigningIdentity identity) {
    List<SigningIdentity> more = new ArrayList<>(known);
    more.removeIf(each -> each.id().equals(identity.id()));
    if (identity.retiredAt() == null) {
      more.add(identity);
    }
    more.sort(Comparator.comparing(SigningIdentity::createdAt).thenComparing(SigningIdentity::id));
    known = List.copyOf(more);
  }

  private Stream<SigningIdentity> own(SigningUse use, SigningAlgorithm algorithm) {
    return known.stream()
        .filter(
            each -> each.tenant() == null && each.use() == use && each.algorithm() == algorithm);
  }

  private void createOwn(SigningUse use, SigningAlgorithm algorithm, Instant at) {
    SigningKeyPair keys = SigningKeyPair.generate(algorithm);
    SigningIdentityRow row = row(use, algorithm, keys, REGISTRY, at);
    row.certificate =
        CertificateDrafts.selfSigned(
                keys, use, CertificateDrafts.name(operator, use.title()), at, LIFE)
            .der();
    stored(row, REGISTRY, "SIGNING_IDENTITY_CREATED", at);
  }

  private SigningIdentityRow row(
      SigningUse use, SigningAlgorithm algorithm, SigningKeyPair keys, String actor, Instant at) {
    SigningIdentityRow row = new SigningIdentityRow();
    row.id = UUID.randomUUID().toString();
    row.signs = use.name();
    row.algorithm = algorithm.name();
    row.sealedKey = box.seal(keys.pkcs8(), row.context());
    row.createdAt = at;
    row.createdBy = actor;
    return row;
  }

  private SigningIdentity stored(SigningIdentityRow row, String actor, String action, Instant at) {
    entities.persist(row);
    audit.append(actor, row.tenant, action, row.id, row.signs + " " + row.algorithm, at);
    entities.flush();
    SigningIdentity identity =
        open(row).orElseThrow(() -> new IllegalStateException("the key of " + row.id + " is lost"));
    changed.fire(identity);
    return identity;
  }

  /** Empty if it was sealed by a data directory that is lost: it can sign no more. */
  private Optional<SigningIdentity> open(SigningIdentityRow row) {
    return box.open(row.sealedKey, row.context()).map(row::toIdentity);
  }
}
