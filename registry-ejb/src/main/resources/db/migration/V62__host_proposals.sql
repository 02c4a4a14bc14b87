-- Hosts put forward for a tenant; two approvals put one into allowed_host.
CREATE TABLE host_proposal (
  id              CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY,
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  host            VARCHAR(253) CHARACTER SET ascii NOT NULL,
  state           VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'PROPOSED, ALLOWED or REFUSED',
  proposed_by     VARCHAR(100) NOT NULL,
  proposed_at     DATETIME(6)  NOT NULL,
  first_approver  VARCHAR(100),
  first_at        DATETIME(6),
  second_approver VARCHAR(100),
  KEY host_proposal_state (state),
  CONSTRAINT host_proposal_ca_company FOREIGN KEY (tenant) REFERENCES ca_company (code)
);
