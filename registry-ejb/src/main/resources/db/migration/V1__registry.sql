-- All times are UTC. Money is CNY fen. Codes and hashes are ASCII; names are utf8mb4.

CREATE TABLE ca_company (
  code            VARCHAR(32)  CHARACTER SET ascii NOT NULL PRIMARY KEY,
  name_zh         VARCHAR(200) NOT NULL,
  name_en         VARCHAR(200) NOT NULL,
  hotline         VARCHAR(200) NOT NULL,
  state           VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  subject_ids     VARCHAR(500) NOT NULL COMMENT 'where the holder number stands, in order',
  created_at      DATETIME(6)  NOT NULL
);

CREATE TABLE issuer (
  sha256          CHAR(64)     CHARACTER SET ascii NOT NULL PRIMARY KEY,
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  kind            VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'ANCHOR or ISSUER',
  subject         VARCHAR(1000) NOT NULL,
  der             MEDIUMBLOB   NOT NULL,
  state           VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'PROPOSED, ADMITTED or REFUSED',
  usable_from     DATETIME(6)  NOT NULL,
  usable_to       DATETIME(6)  NOT NULL,
  proposed_by     VARCHAR(100) NOT NULL,
  proposed_at     DATETIME(6)  NOT NULL,
  first_approver  VARCHAR(100),
  first_at        DATETIME(6),
  second_approver VARCHAR(100),
  admitted_at     DATETIME(6),
  KEY issuer_tenant (tenant),
  CONSTRAINT issuer_ca_company FOREIGN KEY (tenant) REFERENCES ca_company (code)
);

CREATE TABLE credential (
  client_id       VARCHAR(64)  CHARACTER SET ascii NOT NULL PRIMARY KEY,
  owner_kind      VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'CA_COMPANY or CENTRE',
  owner           VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  secret_sha256   CHAR(64)     CHARACTER SET ascii NOT NULL COMMENT 'of a random 256-bit secret',
  scopes          VARCHAR(200) CHARACTER SET ascii NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  expires_at      DATETIME(6),
  revoked_at      DATETIME(6),
  KEY credential_owner (owner_kind, owner)
);

CREATE TABLE trading_centre (
  code            VARCHAR(12)  CHARACTER SET ascii NOT NULL PRIMARY KEY COMMENT 'GB/T 2260',
  parent          VARCHAR(12)  CHARACTER SET ascii,
  name_zh         VARCHAR(200) NOT NULL,
  name_en         VARCHAR(200) NOT NULL,
  state           VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  created_at      DATETIME(6)  NOT NULL
);

CREATE TABLE category (
  code_system     VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  version         VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  code            VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  parent          VARCHAR(32)  CHARACTER SET ascii,
  name_zh         VARCHAR(200) NOT NULL,
  name_en         VARCHAR(200) NOT NULL,
  added_at        DATETIME(6)  NOT NULL,
  PRIMARY KEY (code_system, version, code)
);

CREATE TABLE rule_book (
  version         BIGINT       NOT NULL PRIMARY KEY,
  published_at    DATETIME(6)  NOT NULL,
  first_approver  VARCHAR(100) NOT NULL,
  second_approver VARCHAR(100) NOT NULL,
  note            VARCHAR(1000) NOT NULL
);

CREATE TABLE recognition_rule (
  book_version    BIGINT       NOT NULL,
  id              VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  position        INT          NOT NULL,
  effect          VARCHAR(8)   CHARACTER SET ascii NOT NULL COMMENT 'ALLOW or DENY',
  tenants         VARCHAR(1000) CHARACTER SET ascii NOT NULL COMMENT 'comma separated; empty means any',
  holder_kinds    VARCHAR(200) CHARACTER SET ascii NOT NULL,
  media           VARCHAR(200) CHARACTER SET ascii NOT NULL,
  profiles        VARCHAR(200) CHARACTER SET ascii NOT NULL,
  categories      VARCHAR(1000) CHARACTER SET ascii NOT NULL COMMENT 'system:version:code, a node covers its subtree',
  stages          VARCHAR(500) CHARACTER SET ascii NOT NULL,
  regions         VARCHAR(1000) CHARACTER SET ascii NOT NULL COMMENT 'GB/T 2260, a region covers what lies in it',
  listed_from     DATE,
  listed_to       DATE,
  valid_from      DATETIME(6),
  valid_to        DATETIME(6),
  note_zh         VARCHAR(500) NOT NULL,
  note_en         VARCHAR(500) NOT NULL,
  PRIMARY KEY (book_version, id),
  CONSTRAINT recognition_rule_book FOREIGN KEY (book_version) REFERENCES rule_book (version)
);

CREATE TABLE certificate (
  sha256          CHAR(64)     CHARACTER SET ascii NOT NULL UNIQUE,
  seq             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'order of publication, the cursor of listings',
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  issuer_sha256   CHAR(64)     CHARACTER SET ascii NOT NULL,
  serial          VARCHAR(64)  CHARACTER SET ascii NOT NULL COMMENT 'lower-case hexadecimal',
  subject         VARCHAR(1000) NOT NULL,
  uscc            VARCHAR(18)  CHARACTER SET ascii,
  holder_kind     VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  medium          VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  profile         VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  role            VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  not_before      DATETIME(6)  NOT NULL,
  not_after       DATETIME(6)  NOT NULL,
  der             MEDIUMBLOB   NOT NULL,
  published_at    DATETIME(6)  NOT NULL,
  published_by    VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  UNIQUE KEY certificate_issuer_serial (issuer_sha256, serial),
  KEY certificate_tenant_uscc (tenant, uscc),
  CONSTRAINT certificate_issuer FOREIGN KEY (issuer_sha256) REFERENCES issuer (sha256)
);

CREATE TABLE crl (
  sha256          CHAR(64)     CHARACTER SET ascii NOT NULL UNIQUE,
  seq             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  issuer_name     VARCHAR(1000) NOT NULL,
  signer_key      CHAR(64)     CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of the key that verified it',
  crl_number      DECIMAL(50,0),
  base_number     DECIMAL(50,0) COMMENT 'set for a delta CRL',
  this_update     DATETIME(6)  NOT NULL,
  next_update     DATETIME(6),
  entries         INT          NOT NULL,
  der             LONGBLOB     NOT NULL,
  received_at     DATETIME(6)  NOT NULL,
  received_from   VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  KEY crl_tenant (tenant, received_at),
  CONSTRAINT crl_ca_company FOREIGN KEY (tenant) REFERENCES ca_company (code)
);

CREATE TABLE revocation_notice (
  id              CHAR(36)     CHARACTER SET ascii NOT NULL UNIQUE,
  seq             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  issuer_sha256   CHAR(64)     CHARACTER SET ascii NOT NULL,
  serial          VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  kind            VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'REVOKE, HOLD or RELEASE',
  reason          VARCHAR(32)  CHARACTER SET ascii NOT NULL COMMENT 'RFC 5280 5.3.1',
  effective_at    DATETIME(6)  NOT NULL,
  received_at     DATETIME(6)  NOT NULL,
  received_from   VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  KEY revocation_notice_certificate (issuer_sha256, serial),
  CONSTRAINT revocation_notice_issuer FOREIGN KEY (issuer_sha256) REFERENCES issuer (sha256)
);

CREATE TABLE tariff (
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  version         INT          NOT NULL,
  item            VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  holder_kind     VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  medium          VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  term_months     INT          NOT NULL,
  certificate_fen BIGINT       NOT NULL,
  medium_fen      BIGINT       NOT NULL,
  seal_fen        BIGINT       NOT NULL,
  service_fen     BIGINT       NOT NULL COMMENT 'yearly service',
  free_until      DATE         COMMENT 'promotion: free of charge up to this day',
  note_zh         VARCHAR(500) NOT NULL,
  note_en         VARCHAR(500) NOT NULL,
  valid_from      DATETIME(6)  NOT NULL,
  published_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (tenant, version, item),
  CONSTRAINT tariff_ca_company FOREIGN KEY (tenant) REFERENCES ca_company (code)
);

CREATE TABLE verdict (
  id              CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY COMMENT 'UUID version 7, ordered by time',
  centre          VARCHAR(12)  CHARACTER SET ascii NOT NULL,
  client_id       VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  decided_at      DATETIME(6)  NOT NULL,
  asked_at        DATETIME(6)  NOT NULL COMMENT 'the moment asked about',
  certificate     CHAR(64)     CHARACTER SET ascii NOT NULL,
  tenant          VARCHAR(32)  CHARACTER SET ascii,
  category        VARCHAR(100) CHARACTER SET ascii NOT NULL,
  stage           VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  listed_on       DATE,
  verdict         VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  sof_code        TINYINT      NOT NULL,
  rule_book       BIGINT       NOT NULL,
  first_reason    VARCHAR(64)  CHARACTER SET ascii,
  answer          MEDIUMTEXT   NOT NULL COMMENT 'the whole answer, JSON',
  KEY verdict_certificate (certificate),
  KEY verdict_decided (decided_at)
);

CREATE TABLE presented_certificate (
  sha256          CHAR(64)     CHARACTER SET ascii NOT NULL PRIMARY KEY,
  der             MEDIUMBLOB   NOT NULL,
  first_seen_at   DATETIME(6)  NOT NULL
);

CREATE TABLE audit_entry (
  seq             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at_time         DATETIME(6)  NOT NULL,
  actor           VARCHAR(100) NOT NULL,
  tenant          VARCHAR(32)  CHARACTER SET ascii,
  action          VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  subject         VARCHAR(200) NOT NULL,
  details         TEXT         NOT NULL,
  previous_hash   CHAR(64)     CHARACTER SET ascii NOT NULL,
  hash            CHAR(64)     CHARACTER SET ascii NOT NULL
);

CREATE TABLE audit_head (
  id              TINYINT      NOT NULL PRIMARY KEY,
  hash            CHAR(64)     CHARACTER SET ascii NOT NULL
);
INSERT INTO audit_head VALUES (1, REPEAT('0', 64));
