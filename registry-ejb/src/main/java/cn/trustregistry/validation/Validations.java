package cn.trustregistry.validation;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.pki.SignatureVerifier;
import cn.trustregistry.pki.path.PathValidator;
import cn.trustregistry.pki.path.SearchBudget;
import cn.trustregistry.recognition.RecognitionDecision;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The use case: a question becomes a verdict and a durable record, in this order. */
@ApplicationScoped
public class Validations {
  /** An answer and the name of its durable record. */
  public record Recorded(String id, Instant decidedAt, Answer answer) {}

  /** How far ahead of our clock a question may be, for clocks that are not quite right. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  @Inject TrustState trust;
  @Inject VerdictLog log;
  @Inject SignatureVerifier verifier;

  /**
   * @param now the moment of the call
   * @throws RequestRefused if the question cannot be asked
   * @throws RegistryUnavailable if no verdict can be given now
   */
  public Recorded validate(CentreClient centre, ValidationRequest request, Instant now)
      throws RequestRefused, RegistryUnavailable {
    TrustSnapshot snapshot =
        trust
            .current()
            .orElseThrow(
                () ->
                    new RegistryUnavailable(
                        RegistryUnavailable.Code.TRUST_NOT_LOADED, "no trust snapshot"));
    check(snapshot, request, now);
    Answer answer =
        new Decision(new PathValidator(verifier, SearchBudget.DEFAULT))
            .decide(snapshot, centre.centre(), request);
    Recorded recorded = new Recorded(RecordId.at(now), now, answer);
    log.append(record(centre, recorded));
    return recorded;
  }

  private static void check(TrustSnapshot snapshot, ValidationRequest request, Instant now)
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
        request.listedOn(),
        answer.verdict().name(),
        answer.sofCode(),
        answer.recognition().map(RecognitionDecision::ruleBookVersion).orElse(0L),
        answer.reasons().isEmpty() ? null : answer.reasons().get(0).code(),
        AnswerJson.of(recorded),
        held ? null : request.certificate().der());
  }
}
