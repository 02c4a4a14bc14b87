package cn.trustregistry.ocsp;

import cn.trustregistry.authority.EvidencePolicy;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.revocation.OcspCheck;
import cn.trustregistry.pki.revocation.OcspExpectation;
import cn.trustregistry.pki.revocation.OcspJudgement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fetches responses from the responder of a company and takes them as evidence. */
@ApplicationScoped
public class OcspFetching {
  private static final Logger LOG = Logger.getLogger(OcspFetching.class.getName());
  private static final Duration SKEW = Duration.ofMinutes(5);

  @Inject ResponderCall call;
  @Inject OcspResponseStore store;

  @Inject
  @ConfigProperty(name = "registry.ocsp.timeout")
  long timeoutMillis;

  @Inject
  @ConfigProperty(name = "registry.ocsp.breaker.failures")
  int failuresAllowed;

  @Inject
  @ConfigProperty(name = "registry.ocsp.breaker.pause")
  long pauseSeconds;

  private final SecureRandom random = new SecureRandom();
  private final Map<Responder, ResponderBreaker> breakers = new ConcurrentHashMap<>();

  /** A URL as one company uses it. */
  private record Responder(String tenant, URI url) {}

  /** One certificate's request and the reply to come. */
  private record Asked(
      OcspNeed need, OcspRequest request, CompletableFuture<Optional<OcspReply>> reply) {}

  /**
   * Asks about all of them at the same time. What was accepted is stored, audited and in force when
   * this returns, which is within the time limit of one call and the time to store.
   *
   * @return when the last accepted response was received; empty if none was
   */
  public Optional<Instant> fetch(
      String tenant, EvidencePolicy policy, List<OcspNeed> needs, Instant at) {
    URI responder = policy.responder();
    if (responder == null) {
      return Optional.empty();
    }
    ResponderBreaker breaker =
        breakers.computeIfAbsent(
            new Responder(tenant, responder),
            one -> new ResponderBreaker(failuresAllowed, Duration.ofSeconds(pauseSeconds)));
    List<Asked> asked = new ArrayList<>();
    for (OcspNeed need : needs) {
      if (breaker.lets(at)) {
        asked.add(ask(responder, need));
      }
    }
    Optional<Instant> last = Optional.empty();
    for (Asked one : asked) {
      Optional<Instant> taken = take(tenant, responder, one);
      if (taken.isPresent()) {
        breaker.succeeded();
        last = last.isEmpty() || taken.get().isAfter(last.get()) ? taken : last;
      } else {
        breaker.failed(at);
      }
    }
    return last;
  }

  /** The limit stands here as well, since a call may have to wait for a thread. */
  private Asked ask(URI responder, OcspNeed need) {
    OcspRequest request = OcspRequest.about(need, random);
    CompletableFuture<Optional<OcspReply>> bounded =
        reply(responder, request)
            .toCompletableFuture()
            .copy()
            .completeOnTimeout(Optional.empty(), timeoutMillis, TimeUnit.MILLISECONDS);
    return new Asked(need, request, bounded);
  }

  private CompletionStage<Optional<OcspReply>> reply(URI responder, OcspRequest request) {
    try {
      return call.ask(responder, request.der());
    } catch (IOException e) {
      return CompletableFuture.completedFuture(Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.completedFuture(Optional.empty());
    }
  }

  /** When the reply was received, if it is evidence; it is then in force. */
  private Optional<Instant> take(String tenant, URI responder, Asked asked) {
    Optional<OcspReply> received = asked.reply().join();
    if (received.isEmpty()) {
      return Optional.empty();
    }
    OcspReply reply = received.get();
    OcspJudgement judgement = judge(asked, reply);
    if (judgement instanceof OcspJudgement.Accepted accepted) {
      OcspResponseRow row =
          new OcspResponseRow(
              accepted.answer(),
              asked.need().certificate(),
              reply.der(),
              tenant,
              OcspResponseRow.FETCHED,
              responder.toString());
      store.add(row, accepted.answer());
      return Optional.of(reply.receivedAt());
    }
    if (judgement instanceof OcspJudgement.Refused refused) {
      LOG.warning(() -> "OCSP response of " + responder + " refused: " + refused.reasons());
    }
    return Optional.empty();
  }

  private static OcspJudgement judge(Asked asked, OcspReply reply) {
    OcspExpectation expected =
        new OcspExpectation(
            asked.need().certificate(),
            asked.need().issuer().publicKey(),
            asked.request().nonce(),
            reply.receivedAt(),
            SKEW);
    try {
      return OcspCheck.judge(reply.der(), expected);
    } catch (MalformedObjectException e) {
      LOG.warning(() -> "OCSP response about " + asked.need().certificate().sha256() + ": " + e);
      return new OcspJudgement.Refused(List.of());
    }
  }
}
