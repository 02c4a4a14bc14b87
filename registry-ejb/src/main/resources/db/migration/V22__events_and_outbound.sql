-- Events of tenants, written in the transaction of what they tell of. Audit appends come one after
-- another, and so do these: the numbers grow in the order of the commits, and a reader who goes on
-- from the last number he saw misses none.
CREATE TABLE event (
  seq             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  id              CHAR(36)     CHARACTER SET ascii NOT NULL,
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  type            VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  subject         VARCHAR(200) NOT NULL,
  details         TEXT         NOT NULL,
  at_time         DATETIME(6)  NOT NULL,
  KEY event_tenant (tenant, seq)
);

CREATE TABLE webhook (
  id              CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY,
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  url             VARCHAR(1000) CHARACTER SET ascii NOT NULL,
  sealed_secret   BLOB         NOT NULL COMMENT 'the HMAC key, sealed',
  created_at      DATETIME(6)  NOT NULL,
  delivered_seq   BIGINT       NOT NULL COMMENT 'all events up to here were taken',
  failures        INT          NOT NULL COMMENT 'in a row',
  due_at          DATETIME(6)  NOT NULL,
  last_result     VARCHAR(500) NOT NULL,
  KEY webhook_tenant (tenant),
  CONSTRAINT webhook_ca_company FOREIGN KEY (tenant) REFERENCES ca_company (code)
);

-- Hosts that the registry may connect to on behalf of a tenant, as an admin allowed.
CREATE TABLE allowed_host (
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  host            VARCHAR(253) CHARACTER SET ascii NOT NULL COMMENT 'lower case',
  allowed_by      VARCHAR(100) NOT NULL,
  allowed_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (tenant, host),
  CONSTRAINT allowed_host_ca_company FOREIGN KEY (tenant) REFERENCES ca_company (code)
);

CREATE TABLE crl_source (
  id              CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY,
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  url             VARCHAR(1000) CHARACTER SET ascii NOT NULL,
  minutes         INT          NOT NULL COMMENT 'between two pulls',
  registered_by   VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  due_at          DATETIME(6)  NOT NULL,
  pulled_at       DATETIME(6),
  last_result     VARCHAR(500) NOT NULL,
  KEY crl_source_due (due_at),
  CONSTRAINT crl_source_ca_company FOREIGN KEY (tenant) REFERENCES ca_company (code)
);

ALTER TABLE crl ADD COLUMN warnings TEXT COMMENT 'what its issuer should look into, a line each';
ALTER TABLE crl ADD KEY crl_signer (signer_key, seq);
ALTER TABLE verdict ADD KEY verdict_tenant (tenant, decided_at);
