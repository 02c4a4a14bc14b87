package cn.trustregistry.rulemaking;

import cn.trustregistry.pki.Verdict;
import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.NamedProject;
import cn.trustregistry.recognition.Profile;
import cn.trustregistry.recognition.RecognitionData;
import cn.trustregistry.recognition.RecognitionDecision;
import cn.trustregistry.recognition.RecognitionFacts;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.rulemaking.Preview.VerdictChange;
import cn.trustregistry.trust.DirectoryEntry;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.validation.RecordedVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides recorded verdicts again under another book; pure. */
final class VerdictComparison {
  private static final int EXAMPLES = 20;
  private static final int MOST_GROUPS = 2_000;

  private record Group(
      String tenant,
      String category,
      String stage,
      String from,
      String to,
      @Nullable String rule) {}

  private static final class Tally {
    long count;
    final List<String> examples = new ArrayList<>();
  }

  private final TrustSnapshot snapshot;
  private final RuleBook after;
  private final IssueDates dates;
  private final Map<String, Instant> issued = new HashMap<>();
  private final Map<Group, Tally> groups = new HashMap<>();

  VerdictComparison(TrustSnapshot snapshot, RuleBook after, IssueDates dates) {
    this.snapshot = snapshot;
    this.after = after;
    this.dates = dates;
  }

  /**
   * Those of a page that the rules alone would decide otherwise; only for these {@link #add} is
   * worth calling.
   */
  List<RecordedVerdict> others(List<RecordedVerdict> page) {
    issued.clear();
    issued.putAll(
        dates.of(
            page.stream()
                .filter(this::isLegacy)
                .map(RecordedVerdict::certificate)
                .collect(Collectors.toSet())));
    return page.stream().filter(this::isOther).toList();
  }

  private boolean isLegacy(RecordedVerdict verdict) {
    return snapshot
        .directory()
        .find(verdict.certificate(), verdict.decidedAt())
        .filter(entry -> entry.profile() == Profile.LEGACY)
        .isPresent();
  }

  private boolean isOther(RecordedVerdict verdict) {
    return decisions(verdict).filter(pair -> pair.differ()).isPresent();
  }

  /**
   * @param other what did not pass beside the rules
   */
  void add(RecordedVerdict verdict, Verdict other) {
    decisions(verdict)
        .ifPresent(
            pair -> {
              Verdict to = worse(other, verdictOf(pair.then()));
              if (!to.name().equals(verdict.verdict())) {
                count(verdict, to, pair.then());
              }
            });
  }

  private void count(RecordedVerdict verdict, Verdict to, RecognitionDecision decision) {
    String tenant = verdict.tenant();
    Group group =
        new Group(
            tenant == null ? "" : tenant,
            verdict.category(),
            verdict.stage(),
            verdict.verdict(),
            to.name(),
            decision.rule().map(RecognitionRule::id).orElse(null));
    if (groups.size() >= MOST_GROUPS && !groups.containsKey(group)) {
      return;
    }
    Tally tally = groups.computeIfAbsent(group, key -> new Tally());
    tally.count++;
    if (tally.examples.size() < EXAMPLES) {
      tally.examples.add(verdict.id());
    }
  }

  /** The largest group first. */
  List<VerdictChange> changes() {
    return groups.entrySet().stream()
        .map(
            e ->
                new VerdictChange(
                    e.getKey().tenant(),
                    e.getKey().category(),
                    e.getKey().stage(),
                    e.getKey().from(),
                    e.getKey().to(),
                    e.getKey().rule(),
                    e.getValue().count,
                    List.copyOf(e.getValue().examples)))
        .sorted(Comparator.comparingLong(VerdictChange::count).reversed())
        .toList();
  }

  private record Pair(RecognitionDecision now, RecognitionDecision then) {
    boolean differ() {
      return !now.effect().equals(then.effect());
    }
  }

  /** Empty where the rules were not asked, since nobody had published the certificate. */
  private Optional<Pair> decisions(RecordedVerdict verdict) {
    Optional<DirectoryEntry> entry =
        snapshot.directory().find(verdict.certificate(), verdict.decidedAt());
    Optional<RuleBook> before = book(snapshot.recognition(), verdict.ruleBook());
    if (entry.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    RecognitionFacts facts = facts(verdict, entry.get());
    return Optional.of(
        new Pair(
            before.get().decide(facts, snapshot.recognition().categories()),
            after.decide(facts, snapshot.recognition().categories())));
  }

  private static Optional<RuleBook> book(RecognitionData data, long version) {
    for (RuleBook book : data.ruleBooks()) {
      if (book.version() == version) {
        return Optional.of(book);
      }
    }
    return Optional.empty();
  }

  private RecognitionFacts facts(RecordedVerdict verdict, DirectoryEntry entry) {
    return new RecognitionFacts(
        entry.tenant(),
        entry.holderKind(),
        entry.medium(),
        entry.profile(),
        CategoryRef.parse(verdict.category()),
        Stage.valueOf(verdict.stage()),
        verdict.centre(),
        verdict.listedOn(),
        verdict.judgedAt(),
        verdict.clientId(),
        project(verdict),
        issued.get(verdict.certificate()));
  }

  private @Nullable NamedProject project(RecordedVerdict verdict) {
    String code = verdict.project();
    return code == null
        ? null
        : snapshot
            .projects()
            .find(verdict.centre(), code, verdict.decidedAt())
            .map(facts -> new NamedProject(facts.centre(), code, facts.isEnded(verdict.askedAt())))
            .orElse(null);
  }

  private static Verdict verdictOf(RecognitionDecision decision) {
    if (decision instanceof RecognitionDecision.Recognised) {
      return Verdict.VALID;
    }
    return decision instanceof RecognitionDecision.Refused
        ? Verdict.INVALID
        : Verdict.INDETERMINATE;
  }

  private static Verdict worse(Verdict one, Verdict other) {
    if (one == Verdict.INVALID || other == Verdict.INVALID) {
      return Verdict.INVALID;
    }
    return one == Verdict.VALID ? other : Verdict.INDETERMINATE;
  }
}
