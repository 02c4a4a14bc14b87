package cn.trustregistry.validation;

import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.trust.Succession;
import cn.trustregistry.trust.SuccessionDirectory;
import cn.trustregistry.validation.Advice.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is to be said beside the verdict. */
final class Advices {
  private static final Map<String, Code> SINCE =
      Map.of(
          "EXPIRED", Code.EXPIRED_SINCE_SEALING,
          "CERTIFICATE_REVOKED", Code.REVOKED_SINCE_SEALING,
          "CERTIFICATE_ON_HOLD", Code.ON_HOLD_SINCE_SEALING);

  private final ValidationRequest request;
  private final Occasion occasion;

  Advices(ValidationRequest request, Occasion occasion) {
    this.request = request;
    this.occasion = occasion;
  }

  /**
   * @param later what does not pass at the moment asked about, where the certificate was judged at
   *     an earlier one
   */
  List<Advice> of(SuccessionDirectory successions, List<Reason> later) {
    String sha256 = request.certificate().sha256();
    Optional<Succession> after = successions.ofOld(sha256, request.knownAt());
    Optional<Succession> before = successions.ofNew(sha256, request.knownAt());
    if (after.isEmpty() && before.isEmpty() && later.isEmpty()) {
      return List.of();
    }
    List<Advice> advice = new ArrayList<>();
    after.ifPresent(succession -> advice.add(replaced(succession)));
    before.filter(this::isSealedBefore).ifPresent(s -> advice.add(sealedToOther(s)));
    later.forEach(reason -> since(reason, advice));
    return List.copyOf(advice);
  }

  private Advice replaced(Succession succession) {
    return new Advice(
        request.stage() == Stage.BID_DECRYPTION
            ? switch (succession.key()) {
              case SAME_KEY -> Code.DECRYPT_WITH_EITHER_MEDIUM;
              case ESCROWED -> Code.DECRYPT_WITH_ESCROWED_KEY;
              case NEW_KEY -> Code.DECRYPT_WITH_OLD_MEDIUM;
            }
            : Code.CERTIFICATE_REPLACED,
        facts(succession).with("replacedBy", succession.newCertificate()).facts());
  }

  private Advice sealedToOther(Succession succession) {
    return new Advice(
        switch (succession.key()) {
          case SAME_KEY -> Code.SEALED_TO_SAME_KEY;
          case ESCROWED -> Code.SEALED_TO_ESCROWED_KEY;
          case NEW_KEY -> Code.SEALED_TO_KEY_ON_OLD_MEDIUM;
        },
        facts(succession).with("replaces", succession.oldCertificate()).facts());
  }

  private boolean isSealedBefore(Succession succession) {
    Instant sealed = occasion.sealedAt();
    return sealed != null && sealed.isBefore(succession.recordedAt());
  }

  private static Evidence facts(Succession succession) {
    return Evidence.none()
        .with("replacement", succession.replacement())
        .with("authority", succession.tenant())
        .with("key", succession.key())
        .with("replacedAt", succession.recordedAt());
  }

  /** A reason of the certificate itself, not of one above it. */
  private void since(Reason reason, List<Advice> advice) {
    Code code = SINCE.get(reason.code());
    if (code != null
        && request.certificate().sha256().equals(reason.evidence().get("certificate"))) {
      Evidence evidence = Evidence.none().with("sealedAt", occasion.judgedAt());
      reason.evidence().forEach(evidence::with);
      advice.add(new Advice(code, evidence.facts()));
    }
  }
}
