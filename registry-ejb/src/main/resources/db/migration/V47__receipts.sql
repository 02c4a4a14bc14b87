-- Keys that sign receipts. None is ever deleted: a receipt of ten years ago must verify.
CREATE TABLE receipt_key (
  kid             VARCHAR(64)  CHARACTER SET ascii NOT NULL PRIMARY KEY COMMENT 'RFC 7638 thumbprint',
  public_jwk      TEXT         CHARACTER SET ascii NOT NULL,
  sealed_key      BLOB         NOT NULL COMMENT 'PKCS #8, sealed with the key of the data directory',
  created_at      DATETIME(6)  NOT NULL COMMENT 'signs from then on until the next one is made'
);

CREATE TABLE receipt (
  record_id       CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY COMMENT 'of the verdict it is made from',
  kid             VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  jws             MEDIUMTEXT   CHARACTER SET ascii NOT NULL COMMENT 'compact serialization',
  signed_at       DATETIME(6)  NOT NULL,
  time_stamp      BLOB         COMMENT 'RFC 3161 token; null while there is none',
  stamp_problem   VARCHAR(500) COMMENT 'why the last attempt failed',
  stamp_attempts  INT          NOT NULL DEFAULT 0,
  next_stamp_at   DATETIME(6)  COMMENT 'when to ask the authority; null if it need not be asked',
  KEY receipt_next_stamp (next_stamp_at),
  CONSTRAINT receipt_signed_with FOREIGN KEY (kid) REFERENCES receipt_key (kid),
  CONSTRAINT receipt_of_verdict FOREIGN KEY (record_id) REFERENCES verdict (id)
);
