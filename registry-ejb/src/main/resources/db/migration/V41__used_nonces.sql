CREATE TABLE used_nonce (
  client_id       VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  nonce_sha256    CHAR(64)     CHARACTER SET ascii NOT NULL,
  forget_at       DATETIME(6)  NOT NULL,
  PRIMARY KEY (client_id, nonce_sha256),
  KEY used_nonce_end (forget_at)
);
