-- Every trust list that was ever issued, as it was signed.
CREATE TABLE trust_list (
  list_number     BIGINT       NOT NULL PRIMARY KEY COMMENT 'TSLSequenceNumber: one more each time',
  issued_at       DATETIME(6)  NOT NULL,
  next_update     DATETIME(6)  NOT NULL,
  content_sha256  CHAR(64)     CHARACTER SET ascii NOT NULL COMMENT 'over what it says, without number, times and signature',
  xml             MEDIUMBLOB   NOT NULL
);
