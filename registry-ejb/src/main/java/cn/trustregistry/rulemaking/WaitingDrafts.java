package cn.trustregistry.rulemaking;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

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
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
    List<RecognitionRule> now =
        trust.required().recognition().newest().map(RuleBook::rules).orElse(List.of());
    return drafts.all().stream()
        .filter(draft -> draft.state() == RuleDraft.State.SUBMITTED)
        .map(draft -> change(draft, now))
        .toList();
  }

  private static PendingChange change(RuleDraft draft, List<RecognitionRule> now) {
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
        differences(now, draft.content().rules()),
        approvals);
  }

  private static List<Difference> differences(
      List<RecognitionRule> now, List<RecognitionRule> then) {
    Map<String, RecognitionRule> before = byId(now);
    Map<String, RecognitionRule> after = byId(then);
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    return ids.stream()
        .map(id -> new Difference("rule", text(before.get(id)), text(after.get(id))))
        .filter(Difference::changes)
        .toList();
  }

  private static Map<String, RecognitionRule> byId(List<RecognitionRule> rules) {
    return rules.stream().collect(toMap(RecognitionRule::id, identity(), (one, other) -> one));
  }

  private static @Nullable String text(@Nullable RecognitionRule rule) {
    return rule == null ? null : rule.toString();
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
