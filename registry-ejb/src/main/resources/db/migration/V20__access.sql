-- What a client proves itself with; several may live side by side, so that each can be replaced without a pause.
CREATE TABLE client_proof (
  id              CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY,
  client_id       VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  kind            VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'SECRET, PUBLIC_KEY or CERTIFICATE',
  value           TEXT         CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of a secret or certificate; a public key as JWK',
  created_at      DATETIME(6)  NOT NULL,
  expires_at      DATETIME(6)  COMMENT 'does not count from then on',
  KEY client_proof_client (client_id),
  CONSTRAINT client_proof_credential FOREIGN KEY (client_id) REFERENCES credential (client_id)
);
INSERT INTO client_proof (id, client_id, kind, value, created_at, expires_at)
  SELECT UUID(), client_id, 'SECRET', secret_sha256, created_at, expires_at FROM credential;
ALTER TABLE credential DROP COLUMN secret_sha256, DROP COLUMN expires_at;

CREATE TABLE signing_key (
  kid             VARCHAR(64)  CHARACTER SET ascii NOT NULL PRIMARY KEY COMMENT 'RFC 7638 thumbprint',
  public_jwk      TEXT         CHARACTER SET ascii NOT NULL,
  sealed_jwk      BLOB         NOT NULL COMMENT 'the private key, sealed with the key of the data directory',
  created_at      DATETIME(6)  NOT NULL,
  signs_from      DATETIME(6)  NOT NULL COMMENT 'published before, so that nobody sees an unknown key',
  verifies_to     DATETIME(6)  NOT NULL
);

CREATE TABLE used_assertion (
  client_id       VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  jti_sha256      CHAR(64)     CHARACTER SET ascii NOT NULL,
  expires_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (client_id, jti_sha256),
  KEY used_assertion_expiry (expires_at)
);

CREATE TABLE idempotency (
  tenant          VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  idempotency_key VARCHAR(255) CHARACTER SET ascii NOT NULL,
  fingerprint     CHAR(64)     CHARACTER SET ascii NOT NULL COMMENT 'over client, method, target and body',
  owner           CHAR(36)     CHARACTER SET ascii NOT NULL COMMENT 'the running server that works on it',
  begun_at        DATETIME(6)  NOT NULL,
  status          SMALLINT     COMMENT 'null while it runs',
  sealed_answer   LONGBLOB     COMMENT 'headers and body, sealed: an answer may hold a new secret',
  PRIMARY KEY (tenant, idempotency_key),
  KEY idempotency_begun (begun_at)
);
