package cn.trustregistry.responder;

import cn.trustregistry.authority.Issuer;
import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.revocation.OcspSubject;
import cn.trustregistry.publication.PublishedCertificates;
import cn.trustregistry.publication.PublishedCertificates.LookupFailed;
import cn.trustregistry.responder.ResponseWriter.Said;
import cn.trustregistry.signing.SigningIdentities;
import cn.trustregistry.signing.SigningIdentity;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.asn1.ocsp.CertID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The use case: a request becomes a signed answer, or a status that says why not. */
@ApplicationScoped
public class StatusAnswers {
  private static final Logger LOG = Logger.getLogger(StatusAnswers.class.getName());

  @Inject TrustState trust;
  @Inject SignatureVerifier verifier;
  @Inject PublishedCertificates certificates;
  @Inject SigningIdentities identities;
  @Inject ResponderChoice choice;

  @Inject
  @ConfigProperty(name = "registry.ocsp.answer.seconds")
  long answerSeconds;

  private volatile @Nullable KeptAnswers kept;

  /** The answer to this request that was signed before and still holds; it costs nothing. */
  public Optional<StatusAnswer.Signed> kept(byte[] request, Instant at) {
    return trust.current().flatMap(snapshot -> kept(snapshot).find(request, at));
  }

  /**
   * @param request an OCSPRequest, DER
   */
  public StatusAnswer answer(byte[] request, Instant at) {
    Optional<TrustSnapshot> snapshot = trust.current();
    if (snapshot.isEmpty()) {
      return new StatusAnswer.Refused(OcspStatus.TRY_LATER);
    }
    KeptAnswers fresh = kept(snapshot.get());
    try {
      StatusAnswer answer = decide(snapshot.get(), StatusRequest.parse(request), at);
      if (answer instanceof StatusAnswer.Signed signed) {
        fresh.keep(request, signed);
      }
      return answer;
    } catch (MalformedObjectException e) {
      return new StatusAnswer.Refused(OcspStatus.MALFORMED_REQUEST);
    } catch (LookupFailed e) {
      LOG.log(Level.WARNING, "an OCSP request could not be answered", e);
      return new StatusAnswer.Refused(OcspStatus.TRY_LATER);
    }
  }

  private KeptAnswers kept(TrustSnapshot snapshot) {
    KeptAnswers current = kept;
    List<SigningIdentity> keys = identities.known();
    if (current == null || !current.restOn(snapshot, keys)) {
      current = new KeptAnswers(snapshot, keys);
      kept = current;
    }
    return current;
  }

  private StatusAnswer decide(TrustSnapshot snapshot, StatusRequest request, Instant at)
      throws LookupFailed {
    Duration window = Duration.ofSeconds(answerSeconds);
    StandingDecision decision = new StandingDecision(snapshot, verifier, window);
    List<Said> all = new ArrayList<>(request.ids().size());
    Set<Issuer> asked = new LinkedHashSet<>(1);
    boolean foreign = false;
    for (CertID id : request.ids()) {
      List<Issuer> issuers = issuers(snapshot, id);
      foreign |= issuers.isEmpty();
      asked.addAll(issuers);
      all.add(new Said(id, standing(decision, issuers, id, at)));
    }
    if (all.stream().allMatch(said -> said.standing() instanceof Standing.Undecided)) {
      return new StatusAnswer.Refused(OcspStatus.TRY_LATER);
    }
    Optional<SigningIdentity> signer = choice.signer(snapshot, foreign ? Set.of() : asked, at);
    return signer.isEmpty()
        ? new StatusAnswer.Refused(OcspStatus.UNAUTHORIZED)
        : new ResponseWriter(signer.get(), window).write(all, request.nonce(), at);
  }

  /** All admitted certificates of the CA: they have one name and key. */
  private static List<Issuer> issuers(TrustSnapshot snapshot, CertID id) {
    OcspSubject subject = OcspSubject.of(id);
    return snapshot.issuers().stream()
        .filter(issuer -> subject.isIssuedBy(issuer.certificate()))
        .toList();
  }

  private Standing standing(StandingDecision decision, List<Issuer> issuers, CertID id, Instant at)
      throws LookupFailed {
    for (Issuer issuer : issuers) {
      Optional<Certificate> found =
          certificates.find(issuer.sha256(), id.getSerialNumber().getValue());
      if (found.isPresent()) {
        return decision.of(found.get(), at);
      }
    }
    return decision.ofUnseen(issuers, id.getSerialNumber().getValue(), at);
  }
}
