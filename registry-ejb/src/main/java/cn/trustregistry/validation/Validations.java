package cn.trustregistry.validation;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.authority.EvidencePolicy;
import cn.trustregistry.ocsp.OcspFetching;
import cn.trustregistry.ocsp.OcspNeed;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.path.PathValidator;
import cn.trustregistry.pki.path.SearchBudget;
import cn.trustregistry.recognition.RecognitionDecision;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The use case: a question becomes a verdict and a durable record, in this order. Where the policy
 * of a company needs OCSP responses that are not there, they are fetched, and it is decided again.
 */
@ApplicationScoped
public class Validations {
  /** An answer and the name of its durable record. */
  public record Recorded(String id, Instant decidedAt, Answer answer) {}

  /** A question of a batch that is still to be read. */
  @FunctionalInterface
  public interface Question {
    ValidationRequest read() throws RequestRefused;
  }

  /** What came of one question of a batch. */
  public sealed interface Outcome {
    record Answered(Recorded recorded) implements Outcome {}

    record Refused(RequestRefused why) implements Outcome {}
  }

  /** How far ahead of our clock a question may be, for clocks that are not quite right. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int BATCH_FETCHES = 20;

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  @Inject TrustState trust;
  @Inject VerdictLog log;
  @Inject SignatureVerifier verifier;
  @Inject AlgorithmSettings algorithms;
  @Inject OcspFetching ocsp;
  @Resource ManagedExecutorService executor;

  /**
   * @param now the moment of the call
   * @throws RequestRefused if the question cannot be asked
   * @throws RegistryUnavailable if no verdict can be given now
   */
  public Recorded validate(CentreClient centre, ValidationRequest request, Instant now)
      throws RequestRefused, RegistryUnavailable {
    Recorded recorded = decide(centre, request, now, new AtomicInteger(Integer.MAX_VALUE));
    log.append(List.of(record(centre, recorded)));
    return recorded;
  }

  /**
   * Decides as {@link #validate} would and records nothing: for somebody who wants to understand.
   * It is no verdict a centre was given.
   *
   * @throws RequestRefused if the question cannot be asked
   * @throws RegistryUnavailable if no verdict can be given now
   */
  public Explanation explain(CentreClient centre, ValidationRequest request, Instant now)
      throws RequestRefused, RegistryUnavailable {
    return Explanation.of(decide(centre, request, now, new AtomicInteger(1)).answer());
  }

  /**
   * Answers many questions, each as {@link #validate} would; all records become durable together.
   * Responders are asked for OCSP responses {@value #BATCH_FETCHES} times at the most.
   *
   * @return an outcome for each, in their order
   */
  public List<Outcome> validateAll(CentreClient centre, List<Question> questions, Instant now)
      throws RegistryUnavailable {
    AtomicInteger fetches = new AtomicInteger(BATCH_FETCHES);
    List<Outcome> outcomes =
        Slices.map(executor, questions, question -> outcome(centre, question, now, fetches));
    List<VerdictRecord> records =
        outcomes.stream()
            .filter(Outcome.Answered.class::isInstance)
            .map(outcome -> record(centre, ((Outcome.Answered) outcome).recorded()))
            .toList();
    if (!records.isEmpty()) {
      log.append(records);
    }
    return outcomes;
  }

  private Outcome outcome(
      CentreClient centre, Question question, Instant now, AtomicInteger fetches)
      throws RegistryUnavailable {
    try {
      return new Outcome.Answered(decide(centre, question.read(), now, fetches));
    } catch (RequestRefused e) {
      return new Outcome.Refused(e);
    }
  }

  private Recorded decide(
      CentreClient centre, ValidationRequest request, Instant now, AtomicInteger fetches)
      throws RequestRefused, RegistryUnavailable {
    TrustSnapshot snapshot = snapshot();
    check(snapshot, centre, request, now);
    Decision decision =
        new Decision(new PathValidator(verifier, SearchBudget.DEFAULT), algorithms.policy());
    Answer first = decision.decide(snapshot, centre, request);
    Optional<Instant> fetched = fetch(snapshot, first, now, fetches);
    Recorded recorded = recorded(first, now);
    if (fetched.isPresent()) {
      ValidationRequest informed = request.withKnownAt(later(fetched.get(), request.knownAt()));
      recorded = recorded(decision.decide(snapshot(), centre, informed), fetched.get());
    }
    return recorded;
  }

  /**
   * Asks for responses that the answer lacks; not for a question about earlier knowledge, since
   * what is fetched now was not known then.
   *
   * @return when the last of them was received; the answer is to be given with that knowledge
   */
  private Optional<Instant> fetch(
      TrustSnapshot snapshot, Answer answer, Instant now, AtomicInteger fetches) {
    if (answer.company().isEmpty() || answer.request().knownAt().isBefore(now)) {
      return Optional.empty();
    }
    CaCompany company = answer.company().get();
    EvidencePolicy policy = snapshot.evidencePolicy(company.code(), answer.request().knownAt());
    if (!OcspNeed.arises(policy)) {
      return Optional.empty();
    }
    List<OcspNeed> needs =
        OcspNeed.of(answer.judgement(), policy, snapshot.issuers(company.code()));
    return needs.isEmpty() || fetches.getAndDecrement() <= 0
        ? Optional.empty()
        : ocsp.fetch(company.code(), policy, needs, now);
  }

  private TrustSnapshot snapshot() throws RegistryUnavailable {
    return trust
        .current()
        .orElseThrow(
            () ->
                new RegistryUnavailable(
                    RegistryUnavailable.Code.TRUST_NOT_LOADED, "no trust snapshot"));
  }

  private static Recorded recorded(Answer answer, Instant decidedAt) {
    return new Recorded(RecordId.at(decidedAt), decidedAt, answer);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static void check(
      TrustSnapshot snapshot, CentreClient centre, ValidationRequest request, Instant now)
      throws RequestRefused {
    if (snapshot.recognition().categories().find(request.category()).isEmpty()) {
      throw new RequestRefused(
          RequestRefused.Code.UNKNOWN_CATEGORY, "category", request.category().toString());
    }
    checkTime("at", request.at(), now);
    checkTime("knownAt", request.knownAt(), now);
    LocalDate listed = request.listedOn();
    if (listed != null && (listed.isBefore(FIRST_DAY) || listed.isAfter(LAST_DAY))) {
      throw new RequestRefused(
          RequestRefused.Code.TIME_OUT_OF_RANGE, "listedOn", listed.toString());
    }
    Instant sealed = request.sealedAt();
    if (sealed != null && (sealed.isBefore(EARLIEST) || sealed.isAfter(request.at()))) {
      throw new RequestRefused(
          RequestRefused.Code.TIME_OUT_OF_RANGE, "sealedAt", sealed.toString());
    }
    if (request.project() != null) {
      ProjectCheck.check(snapshot, centre, request, request.project());
    }
  }

  private static void checkTime(String field, Instant time, Instant now) throws RequestRefused {
    if (time.isAfter(now.plus(AHEAD)) || time.isBefore(EARLIEST)) {
      throw new RequestRefused(RequestRefused.Code.TIME_OUT_OF_RANGE, field, time.toString());
    }
  }

  private VerdictRecord record(CentreClient centre, Recorded recorded) {
    Answer answer = recorded.answer();
    ValidationRequest request = answer.request();
    String sha256 = request.certificate().sha256();
    boolean held = answer.entry().isPresent() || log.holds(sha256);
    return new VerdictRecord(
        recorded.id(),
        centre.centre(),
        centre.clientId(),
        recorded.decidedAt(),
        request.at(),
        sha256,
        answer.entry().map(DirectoryEntry::tenant).orElse(null),
        request.category().toString(),
        request.stage().name(),
        answer.occasion().listedOn(),
        request.project(),
        answer.occasion().sealedAt(),
        answer.verdict().name(),
        answer.sofCode(),
        answer.recognition().map(RecognitionDecision::ruleBookVersion).orElse(0L),
        answer.reasons().isEmpty() ? null : answer.reasons().get(0).code(),
        AnswerJson.of(recorded),
        held ? null : request.certificate().der());
  }
}
