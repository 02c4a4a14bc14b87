-- Applications of market participants. What says who applies is sealed; materials are sealed each by itself.
CREATE TABLE application (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  receipt         VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  kind            VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  state           VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  version         INT          NOT NULL COMMENT 'grows with every change',
  last_step       BIGINT       NOT NULL COMMENT 'seq of the last step; 0 for a draft',
  tariff_version  INT          NOT NULL,
  items           VARCHAR(200) CHARACTER SET ascii NOT NULL COMMENT 'tariff items, between spaces',
  holder_kinds    VARCHAR(64)  CHARACTER SET ascii NOT NULL COMMENT 'of the certificates asked for, between spaces',
  medium          VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  fee_fen         BIGINT       NOT NULL,
  monthly         BOOLEAN      NOT NULL COMMENT 'the fee is for each month',
  sealed_form     BLOB         NOT NULL,
  certificates    VARCHAR(200) CHARACTER SET ascii NOT NULL COMMENT 'issued: fingerprints, between spaces',
  created_at      DATETIME(6)  NOT NULL,
  submitted_at    DATETIME(6),
  changed_at      DATETIME(6)  NOT NULL,
  ended_at        DATETIME(6),
  UNIQUE KEY application_receipt (receipt),
  KEY application_tenant (tenant, last_step),
  KEY application_state (state, changed_at),
  CONSTRAINT application_ca_company FOREIGN KEY (tenant) REFERENCES ca_company (code)
);

CREATE TABLE application_material (
  application     BIGINT       NOT NULL,
  number          INT          NOT NULL,
  sealed_name     BLOB         NOT NULL,
  type            VARCHAR(8)   CHARACTER SET ascii NOT NULL,
  octets          INT          NOT NULL,
  sha256          CHAR(64)     CHARACTER SET ascii NOT NULL,
  sealed          MEDIUMBLOB   NOT NULL,
  added_at        DATETIME(6)  NOT NULL,
  PRIMARY KEY (application, number),
  CONSTRAINT material_application FOREIGN KEY (application) REFERENCES application (id)
);

CREATE TABLE application_step (
  seq             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  application     BIGINT       NOT NULL,
  from_state      VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  to_state        VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  party           VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  actor           VARCHAR(100) NOT NULL,
  reason          VARCHAR(500) NOT NULL,
  at_time         DATETIME(6)  NOT NULL,
  KEY step_application (application, seq),
  CONSTRAINT step_application FOREIGN KEY (application) REFERENCES application (id)
);

-- One-time codes with which applicants follow. A row without application stands for a number that nobody has.
CREATE TABLE follow_code (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  application     BIGINT,
  sealed_code     BLOB         NOT NULL,
  made_at         DATETIME(6)  NOT NULL,
  expires_at      DATETIME(6)  NOT NULL,
  failures        INT          NOT NULL,
  used_at         DATETIME(6),
  KEY follow_code_application (application, made_at),
  KEY follow_code_expiry (expires_at)
);

-- What the pages without a log-in were used for in the last day, by address.
CREATE TABLE portal_use (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  what            VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  address         VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  at_time         DATETIME(6)  NOT NULL,
  KEY portal_use_what (what, at_time),
  KEY portal_use_address (what, address, at_time),
  KEY portal_use_time (at_time)
);

-- Short texts on their way; recipient and text are sealed.
CREATE TABLE outgoing_message (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  channel         VARCHAR(8)   CHARACTER SET ascii NOT NULL,
  sealed          BLOB         NOT NULL,
  due_at          DATETIME(6)  NOT NULL,
  expires_at      DATETIME(6)  NOT NULL,
  failures        INT          NOT NULL,
  KEY outgoing_message_due (due_at)
);
