package cn.trustregistry.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who put a change forward, and who approved it. */
@Embeddable
public class TwoApprovals {
  @Column(name = "proposed_by")
  private String proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "first_approver")
  private @Nullable String firstApprover;

  @Column(name = "first_at")
  private @Nullable Instant firstAt;

  @Column(name = "second_approver")
  private @Nullable String secondApprover;

  protected TwoApprovals() {}

  public static TwoApprovals proposed(String actor, Instant at) {
    TwoApprovals approvals = new TwoApprovals();
    approvals.proposedBy = actor;
    approvals.proposedAt = at;
    return approvals;
  }

  /**
   * Takes one approval.
   *
   * @return whether it was the second one, with which the change takes effect
   * @throws ApprovalRefused if this person gave the first one
   */
  public boolean approve(String person, Instant at) {
    if (person.equals(firstApprover)) {
      throw new ApprovalRefused(ApprovalRefused.Why.SAME_PERSON);
    }
    if (firstApprover == null) {
      firstApprover = person;
      firstAt = at;
      return false;
    }
    secondApprover = person;
    return true;
  }

  public int count() {
    return (firstApprover == null ? 0 : 1) + (secondApprover == null ? 0 : 1);
  }

  public String proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  public @Nullable String firstApprover() {
    return firstApprover;
  }

  public @Nullable Instant firstAt() {
    return firstAt;
  }
}
