CREATE TABLE signature_check (
  id              CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY COMMENT 'UUID version 7, ordered by time',
  centre          VARCHAR(12)  CHARACTER SET ascii NOT NULL,
  client_id       VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  decided_at      DATETIME(6)  NOT NULL,
  asked_at        DATETIME(6)  NOT NULL COMMENT 'the moment asked about',
  format          VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'RAW, CMS or GBT35275',
  content_sha256  CHAR(64)     CHARACTER SET ascii COMMENT 'where the content itself was given',
  verdict         VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  answer          MEDIUMTEXT   NOT NULL COMMENT 'JSON; names the verdicts on the signers certificates',
  KEY signature_check_decided (decided_at)
);

CREATE TABLE challenge (
  id              CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY,
  centre          VARCHAR(12)  CHARACTER SET ascii NOT NULL,
  client_id       VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  to_sign         VARBINARY(512) NOT NULL,
  issued_at       DATETIME(6)  NOT NULL,
  expires_at      DATETIME(6)  NOT NULL,
  used_at         DATETIME(6)  COMMENT 'set once, before the answer is verified',
  KEY challenge_expiry (expires_at)
);

-- trading centres look certificates of all companies up
ALTER TABLE certificate
  ADD KEY certificate_uscc (uscc),
  ADD KEY certificate_serial (serial);
