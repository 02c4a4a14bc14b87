-- Rules limited to systems and projects, the end of issue of legacy certificates, project facts, the replacement ledger.
ALTER TABLE rule_book
  ADD COLUMN legacy_issued_until DATE COMMENT 'last day (Asia/Shanghai) on which legacy certificates were issued';

ALTER TABLE recognition_rule
  ADD COLUMN systems VARCHAR(1000) CHARACTER SET ascii NOT NULL DEFAULT '' COMMENT 'client ids of trading systems; empty means any',
  ADD COLUMN projects VARCHAR(4000) NOT NULL DEFAULT '' COMMENT 'centre/code; empty means any',
  ADD COLUMN until_project_ends BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE rule_draft (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  revision        INT          NOT NULL COMMENT 'grows with each edit; who edits names the one seen',
  state           VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'OPEN, SUBMITTED, PUBLISHED or DISCARDED',
  based_on        BIGINT       NOT NULL COMMENT 'version of the rule book it was made from; 0 for none',
  note            VARCHAR(1000) NOT NULL,
  legacy_issued_until DATE,
  rules           MEDIUMTEXT   NOT NULL COMMENT 'JSON array',
  created_by      VARCHAR(100) NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  changed_by      VARCHAR(100) NOT NULL,
  changed_at      DATETIME(6)  NOT NULL,
  submitted_by    VARCHAR(100),
  submitted_at    DATETIME(6),
  published_as    BIGINT COMMENT 'version of the rule book that came of it'
);

CREATE TABLE project_facts (
  seq             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  centre          VARCHAR(12)  CHARACTER SET ascii NOT NULL,
  code            VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  version         INT          NOT NULL,
  name            VARCHAR(200) NOT NULL,
  category        VARCHAR(100) CHARACTER SET ascii NOT NULL,
  listed_on       DATE         NOT NULL COMMENT 'Asia/Shanghai',
  sealed_at       DATETIME(6),
  opened_at       DATETIME(6),
  ended_at        DATETIME(6),
  reported_at     DATETIME(6)  NOT NULL,
  reported_by     VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  correction      VARCHAR(500) COMMENT 'why earlier facts were corrected',
  UNIQUE KEY project_facts_version (centre, code, version)
);

-- Which encryption certificates bids of a project were asked about with; written with the verdicts.
CREATE TABLE project_certificate (
  centre          VARCHAR(12)  CHARACTER SET ascii NOT NULL,
  project         VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  certificate     CHAR(64)     CHARACTER SET ascii NOT NULL,
  tenant          VARCHAR(32)  CHARACTER SET ascii,
  first_asked_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (centre, project, certificate),
  KEY project_certificate_tenant (tenant)
);

ALTER TABLE verdict
  ADD COLUMN project VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'code of the centre''s project that was named',
  ADD COLUMN sealed_at DATETIME(6) COMMENT 'when the bid was sealed: the moment judged, for decryption';

CREATE TABLE replacement (
  id              CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY,
  seq             BIGINT       NOT NULL AUTO_INCREMENT UNIQUE,
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL COMMENT 'company of the new certificates',
  old_tenant      VARCHAR(32)  CHARACTER SET ascii NOT NULL COMMENT 'company of the old certificates',
  uscc            VARCHAR(18)  CHARACTER SET ascii NOT NULL,
  holder_kind     VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  reason          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  certificate_fen BIGINT       NOT NULL,
  medium_fen      BIGINT       NOT NULL,
  tariff_version  INT          NOT NULL,
  tariff_item     VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  recorded_at     DATETIME(6)  NOT NULL,
  recorded_by     VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  KEY replacement_tenant (tenant, seq),
  KEY replacement_old_tenant (old_tenant, seq),
  CONSTRAINT replacement_ca_company FOREIGN KEY (tenant) REFERENCES ca_company (code)
);

CREATE TABLE replaced_certificate (
  replacement     CHAR(36)     CHARACTER SET ascii NOT NULL,
  role            VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  old_sha256      CHAR(64)     CHARACTER SET ascii NOT NULL,
  new_sha256      CHAR(64)     CHARACTER SET ascii NOT NULL UNIQUE COMMENT 'a certificate takes the place of one only',
  free_old        CHAR(64)     CHARACTER SET ascii UNIQUE COMMENT 'old_sha256 where it was free: once over all companies',
  key_handling    VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  old_not_after   DATETIME(6)  NOT NULL,
  new_not_after   DATETIME(6)  NOT NULL,
  PRIMARY KEY (replacement, role),
  KEY replaced_certificate_old (old_sha256),
  CONSTRAINT replaced_certificate_replacement FOREIGN KEY (replacement) REFERENCES replacement (id)
);

CREATE TABLE subject_verification (
  id              CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY COMMENT 'UUID version 7',
  centre          VARCHAR(12)  CHARACTER SET ascii NOT NULL,
  client_id       VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  decided_at      DATETIME(6)  NOT NULL,
  uscc            VARCHAR(18)  CHARACTER SET ascii NOT NULL,
  category        VARCHAR(100) CHARACTER SET ascii NOT NULL,
  verdict         VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  answer          MEDIUMTEXT   NOT NULL COMMENT 'JSON: what was asked and answered, with the ids of the verdicts it rests on',
  KEY subject_verification_uscc (uscc, decided_at)
);
