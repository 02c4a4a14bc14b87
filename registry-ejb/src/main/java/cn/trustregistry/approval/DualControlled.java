package cn.trustregistry.approval;

import java.time.Instant;
import java.util.List;

/** A room whose changes take two approvals. */
public interface DualControlled {
  /** What is changed. */
  enum Kind {
    ISSUER,
    EVIDENCE_POLICY,
    ALLOWED_HOST,
    RULE_BOOK
  }

  Kind kind();

  List<PendingChange> pending();

  /**
   * Records one person's approval; the second one puts the change into effect.
   *
   * @throws ApprovalRefused if it is not waiting, or this person approved it already
   */
  void approve(String id, String person, Instant at);

  /**
   * Ends the wait without the change.
   *
   * @throws ApprovalRefused if it is not waiting
   */
  void refuse(String id, String person, String why, Instant at);
}
