package cn.trustregistry.rulemaking;

import cn.trustregistry.access.Caller.Administrator;
import cn.trustregistry.approval.ApprovalRefused;
import cn.trustregistry.approval.Difference;
import cn.trustregistry.approval.DualControlled;
import cn.trustregistry.approval.PendingChange;
import cn.trustregistry.approval.TwoApprovals;
import cn.trustregistry.recognition.RecognitionRule;
import cn.trustregistry.recognition.RuleBook;
import cn.trustregistry.trust.TrustState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Submitted drafts in the queue of approvals; who submitted one gave the first approval. */
@ApplicationScoped
public class WaitingDrafts implements DualControlled {
  @Inject RuleDrafts drafts;
  @Inject TrustState trust;

  @Override
  public Kind kind() {
    return Kind.RULE_BOOK;
  }

  @Override
  @Transactional
  public List<PendingChange> pending() {
    RuleBook now = trust.required().recognition().newest().orElse(null);
    return drafts.all().stream()
        .filter(draft -> draft.state() == RuleDraft.State.SUBMITTED)
        .map(draft -> change(draft, now))
        .toList();
  }

  private static PendingChange change(RuleDraft draft, @Nullable RuleBook now) {
    TwoApprovals approvals = TwoApprovals.proposed(draft.createdBy(), draft.createdAt());
    String first = draft.submittedBy();
    Instant at = draft.submittedAt();
    if (first != null && at != null) {
      approvals.approve(first, at);
    }
    return new PendingChange(
        Kind.RULE_BOOK,
        Long.toString(draft.id()),
        null,
        draft.content().note(),
        differences(now, draft.content()),
        approvals);
  }

  private static List<Difference> differences(@Nullable RuleBook now, DraftContent then) {
    List<Difference> differences = new ArrayList<>();
    differences.add(
        Difference.of(
            "rule.legacyIssuedUntil",
            now == null ? null : now.legacyIssuedUntil(),
            then.legacyIssuedUntil()));
    for (RuleChange change : RuleChange.between(rules(now), then.rules())) {
      differences.addAll(differences(change));
    }
    return differences.stream().filter(Difference::changes).toList();
  }

  private static List<RecognitionRule> rules(@Nullable RuleBook book) {
    return book == null ? List.of() : book.rules();
  }

  private static List<Difference> differences(RuleChange change) {
    RecognitionRule before = change.before();
    RecognitionRule after = change.after();
    if (before == null || after == null) {
      return List.of(new Difference("rule", whole(before), whole(after)));
    }
    return change.fields().stream()
        .map(
            field -> new Difference("rule." + field.key(), part(field, before), part(field, after)))
        .toList();
  }

  private static @Nullable String whole(@Nullable RecognitionRule rule) {
    return rule == null
        ? null
        : rule.id()
            + ": "
            + Arrays.stream(RuleField.values())
                .map(field -> field.text(rule))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
  }

  private static String part(RuleField field, RecognitionRule rule) {
    String text = field.text(rule);
    return rule.id() + ": " + (text == null ? "–" : text);
  }

  @Override
  public void approve(String id, String person, Instant at) {
    try {
      drafts.approve(new Administrator(person, person), Long.parseLong(id), at);
    } catch (DraftRefused refused) {
      throw translated(refused);
    }
  }

  @Override
  public void refuse(String id, String person, String why, Instant at) {
    try {
      drafts.sendBack(new Administrator(person, person), Long.parseLong(id), why, at);
    } catch (DraftRefused refused) {
      throw translated(refused);
    }
  }

  private static ApprovalRefused translated(DraftRefused refused) {
    return new ApprovalRefused(
        switch (refused.kind()) {
          case SAME_PERSON -> ApprovalRefused.Why.SAME_PERSON;
          case DRAFT_FAULTY, DRAFT_STALE -> ApprovalRefused.Why.NO_LONGER_FITS;
          default -> ApprovalRefused.Why.NOT_WAITING;
        });
  }
}
