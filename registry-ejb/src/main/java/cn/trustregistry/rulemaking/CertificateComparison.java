package cn.trustregistry.rulemaking;

import cn.trustregistry.recognition.Categories;
import cn.trustregistry.recognition.Categories.Category;
import cn.trustregistry.recognition.NamedProject;
import cn.trustregistry.recognition.RecognitionDecision;
import cn.trustregistry.recognition.RecognitionFacts;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.rulemaking.Cohorts.Cohort;
import cn.trustregistry.rulemaking.Preview.Assumption;
import cn.trustregistry.rulemaking.Preview.CertificateChange;
import cn.trustregistry.rulemaking.Preview.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides every use of every kind of published certificate under two books; pure. */
final class CertificateComparison {
  private static final int MOST_CHANGES = 2_000;

  private record Use(Cohort cohort, Category category, Stage stage, Assumption assumption) {}

  private record Outcome(
      String from, @Nullable String fromRule, String to, @Nullable String toRule) {}

  private final RuleBook before;
  private final RuleBook after;
  private final Categories categories;
  private final List<String> centres;
  private final Instant at;

  CertificateComparison(
      RuleBook before, RuleBook after, Categories categories, List<String> centres, Instant at) {
    this.before = before;
    this.after = after;
    this.categories = categories;
    this.centres = centres;
    this.at = at;
  }

  List<CertificateChange> changes(Cohorts cohorts) {
    List<CertificateChange> changes = new ArrayList<>();
    Set<Assumption> assumptions = assumptions();
    for (Cohort cohort : cohorts.all()) {
      for (Category category : categories.all()) {
        for (Stage stage : Stage.values()) {
          for (Assumption assumption : assumptions) {
            add(new Use(cohort, category, stage, assumption), changes);
          }
        }
      }
    }
    return changes;
  }

  private void add(Use use, List<CertificateChange> changes) {
    Map<Outcome, List<String>> byOutcome = new LinkedHashMap<>();
    for (String centre : centres) {
      RecognitionFacts facts = facts(use, centre);
      RecognitionDecision now = before.decide(facts, categories);
      RecognitionDecision then = after.decide(facts, categories);
      if (!now.effect().equals(then.effect())) {
        Outcome outcome = new Outcome(now.effect(), rule(now), then.effect(), rule(then));
        byOutcome.computeIfAbsent(outcome, key -> new ArrayList<>()).add(centre);
      }
    }
    byOutcome.forEach(
        (outcome, where) -> {
          if (changes.size() < MOST_CHANGES) {
            changes.add(change(use, outcome, where));
          }
        });
  }

  private static CertificateChange change(Use use, Outcome outcome, List<String> where) {
    return new CertificateChange(
        use.cohort().kind(),
        use.cohort().count(),
        use.cohort().examples(),
        use.category().ref().toString(),
        use.stage(),
        use.assumption(),
        List.copyOf(where),
        outcome.from(),
        outcome.fromRule(),
        outcome.to(),
        outcome.toRule());
  }

  private RecognitionFacts facts(Use use, String centre) {
    Assumption assumption = use.assumption();
    Kind kind = use.cohort().kind();
    return new RecognitionFacts(
        kind.tenant(),
        kind.holderKind(),
        kind.medium(),
        kind.profile(),
        use.category().ref(),
        use.stage(),
        centre,
        assumption.listedOn(),
        at,
        "",
        assumption.listedOn() == null ? null : project(centre, assumption),
        use.cohort().issuedAt());
  }

  private static NamedProject project(String centre, Assumption assumption) {
    return new NamedProject(centre, "", assumption.projectEnded());
  }

  /** No project, and one listed on each day at which either book may decide otherwise. */
  private Set<Assumption> assumptions() {
    Set<LocalDate> days = new TreeSet<>();
    boolean endMatters = false;
    for (RuleBook book : List.of(before, after)) {
      for (RecognitionRule rule : book.rules()) {
        around(rule.listedFrom(), -1, days);
        around(rule.listedTo(), 1, days);
        endMatters |= rule.limits().untilProjectEnds();
      }
    }
    if (endMatters && days.isEmpty()) {
      days.add(LocalDate.ofInstant(at, ZoneId.of("Asia/Shanghai")));
    }
    Set<Assumption> assumptions = new LinkedHashSet<>();
    assumptions.add(new Assumption(null, false));
    for (LocalDate day : days) {
      assumptions.add(new Assumption(day, false));
      if (endMatters) {
        assumptions.add(new Assumption(day, true));
      }
    }
    return assumptions;
  }

  private static void around(@Nullable LocalDate day, int step, Set<LocalDate> days) {
    if (day != null) {
      days.add(day);
      days.add(day.plusDays(step));
    }
  }

  private static @Nullable String rule(RecognitionDecision decision) {
    return decision.rule().map(RecognitionRule::id).orElse(null);
  }
}
