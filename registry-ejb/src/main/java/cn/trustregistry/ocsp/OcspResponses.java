package cn.trustregistry.ocsp;

import static java.util.stream.Collectors.joining;

import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Scope;
import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Digests;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.revocation.OcspAnswer;
import cn.trustregistry.pki.revocation.OcspCheck;
import cn.trustregistry.pki.revocation.OcspExpectation;
import cn.trustregistry.pki.revocation.OcspJudgement;
import cn.trustregistry.pki.revocation.OcspSubject;
import cn.trustregistry.publication.PublicationRefused;
import cn.trustregistry.publication.PublicationRefused.Kind;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Takes OCSP responses that CA companies push and reads them back. */
@ApplicationScoped
public class OcspResponses {
  private static final Duration SKEW = Duration.ofMinutes(5);

  @Inject TrustState trust;
  @Inject Publications publications;
  @Inject OcspResponseStore store;

  /** One push of a company at a time: the same response may come twice. */
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  /** Whom a response is about: one of the company's certificates and the issuer that signed it. */
  private record Target(Certificate certificate, Certificate issuer) {}

  /**
   * Takes a response about one certificate of the client's company; it is in force when this
   * returns. The same response again answers the same.
   *
   * @throws PublicationRefused with every reason why it is not taken
   */
  public StoredOcspResponse push(CaClient client, byte[] der, Instant at) {
    require(client, Scope.REVOKE);
    ReentrantLock turn = turns.computeIfAbsent(client.tenant(), tenant -> new ReentrantLock());
    turn.lock();
    try {
      return pushInTurn(client, der, at);
    } finally {
      turn.unlock();
    }
  }

  private StoredOcspResponse pushInTurn(CaClient client, byte[] der, Instant at) {
    Optional<StoredOcspResponse> same =
        store.find(client.tenant(), Digests.sha256(der)).map(OcspResponseRow::toStored);
    if (same.isPresent()) {
      return same.get();
    }
    Target target = target(client.tenant(), subject(der));
    OcspAnswer answer = judge(der, target, at);
    OcspResponseRow row =
        new OcspResponseRow(
            answer,
            target.certificate(),
            der,
            client.tenant(),
            OcspResponseRow.PUSHED,
            client.clientId());
    store.add(row, answer);
    return row.toStored();
  }

  /** One of the responses about the client's own company's certificates. */
  public Optional<StoredOcspResponse> response(CaClient client, String sha256) {
    require(client, Scope.READ);
    return store.find(client.tenant(), sha256).map(OcspResponseRow::toStored);
  }

  /** Every answer ever taken, oldest first. */
  public List<OcspAnswer> all() {
    return store.all();
  }

  private static OcspSubject subject(byte[] der) {
    try {
      List<OcspSubject> subjects = OcspSubject.of(der);
      if (subjects.size() != 1) {
        throw new PublicationRefused(
            Kind.OCSP_NOT_ACCEPTED,
            "response",
            "It is to be successful and about one certificate (RFC 5019 2.2.1), not about "
                + subjects.size()
                + ".");
      }
      return subjects.get(0);
    } catch (MalformedObjectException e) {
      throw malformed(e);
    }
  }

  private Target target(String tenant, OcspSubject subject) {
    List<Issuer> own = trust.required().issuers(tenant);
    List<Issuer> signers =
        own.stream().filter(issuer -> subject.isIssuedBy(issuer.certificate())).toList();
    if (signers.isEmpty()) {
      throw new PublicationRefused(
          Kind.FOREIGN_ISSUER,
          "response",
          "It is not about a certificate of one of your admitted issuers.");
    }
    return signers.stream()
        .flatMap(
            signer ->
                issued(tenant, signer, own, subject)
                    .map(certificate -> new Target(certificate, signer.certificate())))
        .findFirst()
        .orElseThrow(
            () ->
                new PublicationRefused(
                    Kind.UNKNOWN_CERTIFICATE,
                    "response",
                    "No certificate with the serial number "
                        + subject.serial().toString(16)
                        + " of that issuer is published."));
  }

  /** Certificates of holders are published; those of issuers are admitted. */
  private Stream<Certificate> issued(
      String tenant, Issuer signer, List<Issuer> own, OcspSubject subject) {
    Stream<Certificate> issuers =
        own.stream()
            .map(Issuer::certificate)
            .filter(each -> each.issuer().equals(signer.certificate().subject()))
            .filter(each -> each.serial().equals(subject.serial()));
    Stream<Certificate> holders =
        publications.certificate(tenant, signer.sha256(), subject.serial()).stream()
            .map(published -> parsed(published.der()));
    return Stream.concat(issuers, holders);
  }

  private static Certificate parsed(byte[] der) {
    try {
      return Certificate.parse(der);
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("a stored certificate no longer parses", e);
    }
  }

  private static OcspAnswer judge(byte[] der, Target target, Instant at) {
    OcspExpectation expected =
        new OcspExpectation(target.certificate(), target.issuer().publicKey(), null, at, SKEW);
    try {
      OcspJudgement judgement = OcspCheck.judge(der, expected);
      if (judgement instanceof OcspJudgement.Accepted accepted) {
        return accepted.answer();
      }
      throw new PublicationRefused(Kind.OCSP_NOT_ACCEPTED, "response", reasons(judgement));
    } catch (MalformedObjectException e) {
      throw malformed(e);
    }
  }

  private static String reasons(OcspJudgement judgement) {
    return judgement instanceof OcspJudgement.Refused refused
        ? refused.reasons().stream()
            .map(reason -> reason.code() + " (" + reason.standard() + ": " + reason.detail() + ")")
            .collect(joining("; "))
        : "";
  }

  private static PublicationRefused malformed(MalformedObjectException e) {
    return new PublicationRefused(Kind.MALFORMED_OCSP, "response", String.valueOf(e.getMessage()));
  }

  private static void require(CaClient client, Scope scope) {
    if (!client.may(scope)) {
      throw new PublicationRefused(
          Kind.NOT_PERMITTED, null, "This client lacks the scope " + scope + ".");
    }
  }
}
