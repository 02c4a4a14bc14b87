package cn.trustregistry.validation;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.Evidence;
import cn.trustregistry.pki.Reason;
import cn.trustregistry.pki.path.PathReason;
import cn.trustregistry.pki.path.TrustAnchor;
import cn.trustregistry.pki.revocation.RevocationCause;
import cn.trustregistry.recognition.RecognitionReason;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.validation.Explanation.Check;
import cn.trustregistry.validation.Explanation.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes an answer apart; a reason is taken once. */
final class ExplanationReading {
  private final Answer answer;
  private final List<Reason> left;
  private final boolean complete;

  ExplanationReading(Answer answer) {
    this.answer = answer;
    this.left = new ArrayList<>(answer.reasons());
    this.complete = answer.judgement().anchor() != null;
  }

  List<Group> groups() {
    Map<ExplainedCheck.Family, List<Check>> families = new LinkedHashMap<>();
    families.put(ExplainedCheck.Family.PATH, path());
    families.put(ExplainedCheck.Family.REVOCATION, revocation());
    families.put(ExplainedCheck.Family.REGISTRY, registry());
    families.put(ExplainedCheck.Family.RECOGNITION, List.of(recognition()));
    if (!left.isEmpty()) {
      List<Reason> others = List.copyOf(left);
      Check other =
          new Check(ExplainedCheck.OTHER, Explanation.state(others, true), null, Map.of(), others);
      families.put(ExplainedCheck.Family.OTHER, List.of(other));
    }
    List<Group> groups = new ArrayList<>();
    families.forEach(
        (family, checks) -> groups.add(new Group(family, Explanation.worst(checks), checks)));
    return List.copyOf(groups);
  }

  private List<Check> path() {
    List<Check> checks = new ArrayList<>();
    for (ExplainedCheck name : ExplainedCheck.ofPath()) {
      List<Reason> reasons =
          take(r -> r instanceof PathReason p && ExplainedCheck.of(p.cause()) == name);
      checks.add(check(name, complete, null, pathFacts(name), reasons));
    }
    return checks;
  }

  private Map<String, String> pathFacts(ExplainedCheck name) {
    Certificate target = answer.request().certificate();
    TrustAnchor anchor = answer.judgement().anchor();
    return switch (name) {
      case ANCHOR ->
          anchor == null
              ? Map.of()
              : Evidence.none()
                  .with("anchor", anchor.certificate().subject())
                  .with("from", anchor.admittedFrom())
                  .with("until", anchor.admittedUntil())
                  .facts();
      case VALIDITY ->
          Evidence.none()
              .with("at", answer.occasion().judgedAt())
              .with("notBefore", target.notBefore())
              .with("notAfter", target.notAfter())
              .facts();
      case SIGNATURES, ALGORITHMS -> Map.of("algorithm", target.signatureAlgorithm().oid());
      case KEY_USAGE ->
          Evidence.none()
              .with("purpose", Decision.purpose(answer.request().stage()))
              .with("keyUsage", shown(target.extensions().keyUsage()))
              .facts();
      default -> Map.of();
    };
  }

  private List<Check> revocation() {
    List<Check> checks = new ArrayList<>();
    for (Certificate certificate : answer.judgement().path()) {
      String sha256 = certificate.sha256();
      List<RevocationSummary> known =
          answer.revocation().stream().filter(s -> s.certificate().equals(sha256)).toList();
      List<Reason> reasons =
          take(
              r ->
                  r instanceof RevocationCause cause
                      && cause.certificate().sha256().equals(sha256));
      Map<String, String> facts = new LinkedHashMap<>();
      known.forEach(
          summary -> {
            facts.merge("source", summary.source(), (one, other) -> one + ", " + other);
            summary.facts().forEach(facts::putIfAbsent);
          });
      boolean ran = known.stream().anyMatch(summary -> summary.statusName().equals("GOOD"));
      String about = certificate.subject().toString();
      checks.add(check(ExplainedCheck.REVOCATION, ran, about, facts, reasons));
    }
    return checks;
  }

  private List<Check> registry() {
    List<Check> checks = new ArrayList<>();
    Evidence published = Evidence.none();
    answer.entry().ifPresent(e -> add(published, e));
    checks.add(
        check(
            ExplainedCheck.PUBLISHED,
            answer.entry().isPresent(),
            null,
            published.facts(),
            take(ValidationReason.NotPublished.class::isInstance)));
    Evidence company = Evidence.none();
    answer.company().ifPresent(c -> company.with("company", c.code()));
    checks.add(
        check(
            ExplainedCheck.COMPANY,
            answer.company().isPresent(),
            null,
            company.facts(),
            take(ValidationReason.CompanySuspended.class::isInstance)));
    if (answer.request().stage() == Stage.BID_DECRYPTION) {
      Evidence sealed = Evidence.none().with("sealedAt", shown(answer.occasion().sealedAt()));
      checks.add(
          check(
              ExplainedCheck.SEALING_TIME,
              true,
              null,
              sealed.facts(),
              take(ValidationReason.SealingTimeNeeded.class::isInstance)));
    }
    return checks;
  }

  private static void add(Evidence evidence, DirectoryEntry entry) {
    evidence
        .with("company", entry.tenant())
        .with("publishedAt", entry.publishedAt())
        .with("holderKind", entry.holderKind())
        .with("medium", entry.medium())
        .with("profile", entry.profile());
  }

  private Check recognition() {
    Evidence facts = Evidence.none();
    answer
        .recognition()
        .ifPresent(
            decision -> {
              facts.with("ruleBook", decision.ruleBookVersion());
              decision.rule().ifPresent(rule -> facts.with("rule", rule.id()));
            });
    return check(
        ExplainedCheck.RECOGNISED,
        answer.recognition().isPresent(),
        null,
        facts.facts(),
        take(RecognitionReason.class::isInstance));
  }

  private static Check check(
      ExplainedCheck name,
      boolean ran,
      @Nullable String about,
      Map<String, String> facts,
      List<Reason> reasons) {
    return new Check(name, Explanation.state(reasons, ran), about, facts, reasons);
  }

  private List<Reason> take(Predicate<Reason> wanted) {
    List<Reason> taken = left.stream().filter(wanted).toList();
    left.removeAll(taken);
    return taken;
  }

  private static String shown(@Nullable Object fact) {
    return fact == null ? "" : fact.toString();
  }
}
