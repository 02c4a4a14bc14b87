package cn.trustregistry.outbound;

import cn.trustregistry.approval.ApprovalRefused;
import cn.trustregistry.approval.Difference;
import cn.trustregistry.approval.DualControlled;
import cn.trustregistry.approval.PendingChange;
import cn.trustregistry.approval.TwoApprovals;
import cn.trustregistry.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Puts hosts that the registry may connect to for a tenant under dual control. */
@ApplicationScoped
public class HostProposals implements DualControlled {
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

  @PersistenceContext EntityManager entities;
  @Inject AllowedHosts hosts;
  @Inject AuditTrail audit;

  /**
   * @throws IllegalArgumentException if it is not the full name of a host
   */
  @Transactional
  public void propose(String tenant, String host, String actor, Instant at) {
    String name = host.strip().toLowerCase(Locale.ROOT);
    if (!HOST.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a host: " + host);
    }
    HostProposalRow row = new HostProposalRow();
    row.id = UUID.randomUUID().toString();
    row.tenant = tenant;
    row.host = name;
    row.state = HostProposalRow.PROPOSED;
    row.approvals = TwoApprovals.proposed(actor, at);
    entities.persist(row);
    audit.append(actor, tenant, "HOST_PROPOSED", name, "", at);
  }

  @Override
  public Kind kind() {
    return Kind.ALLOWED_HOST;
  }

  @Override
  @Transactional
  public List<PendingChange> pending() {
    return entities
        .createQuery(
            "select h from HostProposalRow h where h.state = :state", HostProposalRow.class)
        .setParameter("state", HostProposalRow.PROPOSED)
        .getResultStream()
        .map(
            row ->
                new PendingChange(
                    Kind.ALLOWED_HOST,
                    row.id,
                    row.tenant,
                    row.host,
                    List.of(Difference.added("host", row.host)),
                    row.approvals))
        .toList();
  }

  @Override
  @Transactional
  public void approve(String id, String person, Instant at) {
    HostProposalRow row = waiting(id);
    boolean second = row.approvals.approve(person, at);
    audit.append(person, row.tenant, "HOST_APPROVED", row.host, "", at);
    if (second) {
      row.state = HostProposalRow.ALLOWED;
      hosts.allow(row.tenant, row.host, person, at);
    }
  }

  @Override
  @Transactional
  public void refuse(String id, String person, String why, Instant at) {
    HostProposalRow row = waiting(id);
    row.state = HostProposalRow.REFUSED;
    audit.append(person, row.tenant, "HOST_REFUSED", row.host, why, at);
  }

  private HostProposalRow waiting(String id) {
    HostProposalRow row = entities.find(HostProposalRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null || !row.state.equals(HostProposalRow.PROPOSED)) {
      throw new ApprovalRefused(ApprovalRefused.Why.NOT_WAITING);
    }
    return row;
  }
}
