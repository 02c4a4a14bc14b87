package cn.trustregistry.rulemaking;

import cn.trustregistry.centre.Centres;
import cn.trustregistry.centre.TradingCentre;
import cn.trustregistry.publication.Publications;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.trust.TrustSnapshot;
import cn.trustregistry.trust.TrustState;
import cn.trustregistry.validation.RecordedVerdict;
import cn.trustregistry.validation.RecordedVerdicts;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes previews in the background, one for each draft; what was made is kept in memory. */
@ApplicationScoped
public class Previews {
  private static final Logger LOG = Logger.getLogger(Previews.class.getName());
  private static final int KEPT = 50;
  private static final int PAGE = 5_000;

  /** Verdicts that one preview decides again at the most, the newest. */
  private static final long MOST_VERDICTS = 1_000_000;

  @Inject TrustState trust;
  @Inject Centres centres;
  @Inject Publications publications;
  @Inject RecordedVerdicts verdicts;
  @Resource ManagedExecutorService executor;

  private final Map<Long, PreviewProgress> byDraft = new ConcurrentHashMap<>();

  /** Begins to make the preview of this revision of a draft, unless it is made or being made. */
  public PreviewProgress start(RuleDraft draft, Instant at) {
    PreviewProgress known = byDraft.get(draft.id());
    if (known != null && known.revision() == draft.revision() && known.failure() == null) {
      return known;
    }
    if (byDraft.size() >= KEPT) {
      byDraft.values().removeIf(progress -> !progress.isRunning());
    }
    PreviewProgress begun = progress(draft, 0, 0, null, null);
    byDraft.put(draft.id(), begun);
    executor.execute(() -> run(draft, at));
    return begun;
  }

  /** How far the newest preview of a draft is; empty if none was started. */
  public Optional<PreviewProgress> progress(long draft) {
    return Optional.ofNullable(byDraft.get(draft));
  }

  private void run(RuleDraft draft, Instant at) {
    try {
      Preview preview = make(draft, at);
      show(draft, progress(draft, 0, 0, preview, null));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the preview of draft " + draft.id() + " failed", e);
      show(draft, progress(draft, 0, 0, null, String.valueOf(e.getMessage())));
    }
  }

  /** Makes it at once; for as many verdicts as there are, that may take minutes. */
  Preview make(RuleDraft draft, Instant at) {
    TrustSnapshot snapshot = trust.required();
    DraftContent content = draft.content();
    RuleBook before =
        snapshot.recognition().newest().orElse(new RuleBook(0, Instant.EPOCH, List.of()));
    RuleBook after =
        new RuleBook(before.version() + 1, at, content.rules(), content.legacyIssuedUntil());
    CertificateComparison certificates =
        new CertificateComparison(
            before,
            after,
            snapshot.recognition().categories(),
            centres.all().stream().map(TradingCentre::code).toList(),
            at);
    Cohorts cohorts = Cohorts.of(snapshot.directory(), before, after, publications::issuedAt);
    VerdictComparison comparison = new VerdictComparison(snapshot, after, publications::issuedAt);
    Instant since = at.minus(Duration.ofDays(Preview.DAYS));
    long total = verdicts.count(since, MOST_VERDICTS + 1);
    long looked = compare(draft, comparison, since, Math.min(total, MOST_VERDICTS));
    return new Preview(
        draft.id(),
        draft.revision(),
        at,
        certificates.changes(cohorts),
        cohorts.newlyLate(),
        comparison.changes(),
        looked,
        total <= MOST_VERDICTS);
  }

  private long compare(RuleDraft draft, VerdictComparison comparison, Instant since, long total) {
    long looked = 0;
    String below = null;
    while (looked < total) {
      List<RecordedVerdict> page = verdicts.before(below, since, PAGE);
      if (page.isEmpty()) {
        break;
      }
      verdicts.withoutRules(comparison.others(page)).forEach(comparison::add);
      looked += page.size();
      below = page.get(page.size() - 1).id();
      show(draft, progress(draft, looked, total, null, null));
    }
    return looked;
  }

  private static PreviewProgress progress(
      RuleDraft draft, long done, long total, @Nullable Preview preview, @Nullable String failure) {
    return new PreviewProgress(draft.id(), draft.revision(), done, total, preview, failure);
  }

  /** Unless a later revision has taken its place. */
  private void show(RuleDraft draft, PreviewProgress progress) {
    byDraft.computeIfPresent(
        draft.id(), (id, known) -> known.revision() == draft.revision() ? progress : known);
  }
}
