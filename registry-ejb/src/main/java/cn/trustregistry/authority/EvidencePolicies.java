package cn.trustregistry.authority;

import cn.trustregistry.approval.ApprovalRefused;
import cn.trustregistry.approval.DualControlled;
import cn.trustregistry.approval.PendingChange;
import cn.trustregistry.approval.TwoApprovals;
import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts evidence policies of CA companies into force under dual control, and keeps all of them. */
@ApplicationScoped
public class EvidencePolicies implements DualControlled {
  /** A second admin approved this policy. */
  public record PolicyApproved(EvidencePolicyHistory.Version version) {}

  @PersistenceContext EntityManager entities;
  @Inject AuditTrail audit;
  @Inject Event<PolicyApproved> approved;

  /**
   * Puts a policy forward; it counts for nothing until two admins approved it.
   *
   * @return its name, for the approvals
   * @throws IllegalArgumentException if there is no such company
   */
  @Transactional
  public String propose(String tenant, EvidencePolicy policy, String actor, Instant at) {
    if (entities.find(CaCompanyRow.class, tenant) == null) {
      throw new IllegalArgumentException("no company " + tenant);
    }
    EvidencePolicyRow row = new EvidencePolicyRow();
    row.id = UUID.randomUUID().toString();
    row.tenant = tenant;
    row.write(policy);
    row.state = EvidencePolicyRow.PROPOSED;
    row.approvals = TwoApprovals.proposed(actor, at);
    entities.persist(row);
    audit.append(actor, tenant, "EVIDENCE_POLICY_PROPOSED", row.id, row.text(), at);
    return row.id;
  }

  /**
   * Records one admin's approval; the second one puts the policy into force, for questions known
   * from {@code at} on.
   *
   * @throws ApprovalRefused if it is unknown or not waiting, or if this admin already approved
   * @throws IllegalStateException if a policy of the company is in force from {@code at} or later
   */
  @Override
  @Transactional
  public void approve(String id, String admin, Instant at) {
    EvidencePolicyRow row = waiting(id);
    boolean second = row.approvals.approve(admin, at);
    audit.append(admin, row.tenant, "EVIDENCE_POLICY_APPROVED", id, row.text(), at);
    if (second) {
      checkOrder(row.tenant, at);
      row.inForceFrom = at;
      row.state = EvidencePolicyRow.IN_FORCE;
      entities.flush();
      approved.fire(new PolicyApproved(row.toVersion()));
    }
  }

  @Override
  @Transactional
  public void refuse(String id, String admin, String why, Instant at) {
    EvidencePolicyRow row = waiting(id);
    row.state = EvidencePolicyRow.REFUSED;
    audit.append(admin, row.tenant, "EVIDENCE_POLICY_REFUSED", id, why, at);
  }

  private EvidencePolicyRow waiting(String id) {
    EvidencePolicyRow row =
        entities.find(EvidencePolicyRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null || !row.state.equals(EvidencePolicyRow.PROPOSED)) {
      throw new ApprovalRefused(ApprovalRefused.Why.NOT_WAITING);
    }
    return row;
  }

  @Override
  public Kind kind() {
    return Kind.EVIDENCE_POLICY;
  }

  @Override
  @Transactional
  public List<PendingChange> pending() {
    EvidencePolicyHistory history = history();
    return entities
        .createQuery(
            "select p from EvidencePolicyRow p where p.state = :state", EvidencePolicyRow.class)
        .setParameter("state", EvidencePolicyRow.PROPOSED)
        .getResultStream()
        .map(
            row ->
                new PendingChange(
                    Kind.EVIDENCE_POLICY,
                    row.id,
                    row.tenant,
                    row.tenant,
                    row.toPolicy().changesFrom(history.policy(row.tenant, Instant.MAX)),
                    row.approvals))
        .toList();
  }

  /** Two policies from the same moment on would leave open which one counts. */
  private void checkOrder(String tenant, Instant at) {
    Long later =
        entities
            .createQuery(
                "select count(p) from EvidencePolicyRow p where p.tenant = :tenant"
                    + " and p.inForceFrom >= :at",
                Long.class)
            .setParameter("tenant", tenant)
            .setParameter("at", at)
            .getSingleResult();
    if (later > 0) {
      throw new IllegalStateException("a policy of " + tenant + " is in force from then or later");
    }
  }

  /** Every policy that was ever in force. */
  @Transactional
  public EvidencePolicyHistory history() {
    return entities
        .createQuery(
            "select p from EvidencePolicyRow p where p.state = :state", EvidencePolicyRow.class)
        .setParameter("state", EvidencePolicyRow.IN_FORCE)
        .getResultStream()
        .map(EvidencePolicyRow::toVersion)
        .reduce(EvidencePolicyHistory.NONE, EvidencePolicyHistory::with, (one, other) -> other);
  }
}
