package cn.trustregistry.publication;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.KeyUsage;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.PublicKey;
import cn.trustregistry.pki.crl.CrlAcceptance;
import cn.trustregistry.pki.crl.CrlJudgement;
import cn.trustregistry.pki.crl.CrlOffer;
import cn.trustregistry.pki.crl.CrlWarning;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import cn.trustregistry.publication.PublicationRefused.Kind;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Takes CRLs of CA companies and reads them back. */
@ApplicationScoped
public class Crls {
  private static final Duration SKEW = Duration.ofMinutes(5);

  @Inject TrustState trust;
  @Inject CrlStore store;

  /** One list of a company at a time: the next one is judged against it. */
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  /**
   * Publishes a list; it is in force when this returns. The same list again answers the same.
   *
   * @param der or PEM
   * @throws PublicationRefused with every reason why it is not taken
   */
  public StoredCrl publish(CaClient client, byte[] der, Instant at) {
    Permission.require(client, Scope.REVOKE);
    ReentrantLock turn = turns.computeIfAbsent(client.tenant(), t -> new ReentrantLock());
    turn.lock();
    try {
      return publishInTurn(client, der, at);
    } finally {
      turn.unlock();
    }
  }

  private StoredCrl publishInTurn(CaClient client, byte[] pemOrDer, Instant at) {
    TrustSnapshot snapshot = trust.required();
    List<Issuer> issuers = snapshot.issuers(client.tenant());
    byte[] der = der(pemOrDer);
    RevocationList list = read(der, issuers);
    CrlOffer offer =
        new CrlOffer(
            list, signers(issuers), snapshot.revocation().listsOf(list.issuer()), at, SKEW);
    CrlJudgement judgement = CrlAcceptance.judge(offer);
    if (judgement instanceof CrlJudgement.Accepted accepted) {
      return store(client, accepted, der, at);
    }
    if (judgement instanceof CrlJudgement.Refused refused) {
      throw new PublicationRefused(
          Kind.CRL_NOT_ACCEPTED,
          "crl",
          refused.reasons().stream()
              .map(
                  reason -> reason.code() + " (" + reason.standard() + ": " + reason.detail() + ")")
              .collect(joining("; ")));
    }
    return crl(client, list.sha256())
        .orElseThrow(
            () -> new PublicationRefused(Kind.CRL_NOT_ACCEPTED, "crl", "CRL_ISSUER_UNKNOWN"));
  }

  private StoredCrl store(CaClient client, CrlJudgement.Accepted accepted, byte[] der, Instant at) {
    RevocationList list = accepted.list();
    String signer = accepted.signer().sha256();
    CrlRow row = new CrlRow(list, signer, der, client.tenant(), client.clientId(), at);
    row.warnings = accepted.warnings().stream().map(Crls::text).collect(joining("\n"));
    store.add(row, new ReceivedCrl(list, signer, at));
    return row.toStored();
  }

  /** One of the client's own company's lists. */
  public Optional<StoredCrl> crl(CaClient client, String sha256) {
    Permission.require(client, Scope.READ);
    return store.find(client.tenant(), sha256).map(CrlRow::toStored);
  }

  /** The client's own company's lists after a cursor, in order of arrival, without their octets. */
  public List<CrlSummary> after(CaClient client, long seq, int most) {
    Permission.require(client, Scope.READ);
    return store.after(client.tenant(), seq, most);
  }

  /** The newest complete list, or the newest delta, of a company's issuer; for everybody. */
  public Optional<CrlSummary> newest(Issuer issuer, boolean delta) {
    return store.newest(issuer.tenant(), issuer.certificate().publicKey().sha256(), delta);
  }

  /** A list for everybody who knows its fingerprint. */
  public byte[] octets(CrlSummary crl) {
    return store
        .find(crl.tenant(), crl.sha256())
        .map(row -> row.der)
        .orElseThrow(() -> new IllegalStateException("no list " + crl.sha256()));
  }

  /**
   * How fresh the lists of each of the client's issuers are, to be looked after before they end.
   */
  public List<CrlFreshness> freshness(CaClient client, Instant at) {
    Permission.require(client, Scope.READ);
    return trust.required().issuers(client.tenant()).stream()
        .map(issuer -> CrlFreshness.of(issuer.sha256(), newest(issuer, false).orElse(null), at))
        .toList();
  }

  /** Every list ever taken, oldest first. */
  public List<ReceivedCrl> all() {
    return store.all();
  }

  /** Reads the list under the keys of those issuers of the tenant that bear its issuer's name. */
  private static RevocationList read(byte[] der, List<Issuer> issuers) {
    try {
      return RevocationList.read(
          der,
          name ->
              issuers.stream()
                  .map(Issuer::certificate)
                  .filter(certificate -> certificate.subject().equals(name))
                  .map(certificate -> certificate.publicKey())
                  .distinct()
                  .toList());
    } catch (MalformedObjectException e) {
      throw malformed(e);
    }
  }

  private static byte[] der(byte[] pemOrDer) {
    try {
      return RevocationList.derOf(pemOrDer);
    } catch (MalformedObjectException e) {
      throw malformed(e);
    }
  }

  private static PublicationRefused malformed(MalformedObjectException e) {
    return new PublicationRefused(Kind.MALFORMED_CRL, "crl", String.valueOf(e.getMessage()));
  }

  private static Set<String> signers(List<Issuer> issuers) {
    return issuers.stream()
        .map(Issuer::certificate)
        .filter(certificate -> certificate.extensions().allows(KeyUsage.CRL_SIGN))
        .map(certificate -> certificate.publicKey())
        .map(PublicKey::sha256)
        .collect(toUnmodifiableSet());
  }

  private static String text(CrlWarning warning) {
    return warning.kind() + " (" + warning.detail() + ")";
  }
}
