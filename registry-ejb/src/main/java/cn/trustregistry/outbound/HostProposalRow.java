package cn.trustregistry.outbound;

import cn.trustregistry.approval.TwoApprovals;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "host_proposal")
class HostProposalRow {
  static final String PROPOSED = "PROPOSED";
  static final String ALLOWED = "ALLOWED";
  static final String REFUSED = "REFUSED";

  @Id String id;

  @Column String tenant;

  @Column String host;

  @Column String state;

  @Embedded TwoApprovals approvals;

  HostProposalRow() {}
}
