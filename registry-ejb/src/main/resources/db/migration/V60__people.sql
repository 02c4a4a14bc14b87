-- People who work with the console. Passwords are kept as Argon2id hashes, TOTP keys sealed.
CREATE TABLE person (
  name               VARCHAR(64)  CHARACTER SET ascii NOT NULL PRIMARY KEY,
  display_name       VARCHAR(100) NOT NULL,
  role               VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  owner              VARCHAR(32)  CHARACTER SET ascii COMMENT 'the company or centre the person works for; null for the platform',
  state              VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'INVITED, ACTIVE or DISABLED',
  password_hash      VARCHAR(200) CHARACTER SET ascii,
  sealed_totp        BLOB         COMMENT 'key of the one-time codes, sealed',
  totp_step          BIGINT       NOT NULL DEFAULT 0 COMMENT 'the newest time step whose code was used',
  failures           INT          NOT NULL DEFAULT 0 COMMENT 'in a row',
  locked_until       DATETIME(6),
  sessions_from      DATETIME(6)  NOT NULL COMMENT 'sessions begun before are over',
  certificate_sha256 CHAR(64)     CHARACTER SET ascii UNIQUE COMMENT 'of certificate log-in',
  oidc_subject       VARCHAR(255) UNIQUE COMMENT 'at the configured provider',
  created_by         VARCHAR(100) NOT NULL,
  created_at         DATETIME(6)  NOT NULL
);

CREATE TABLE recovery_code (
  code_sha256        CHAR(64)     CHARACTER SET ascii NOT NULL PRIMARY KEY COMMENT 'of a random code',
  person             VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  used_at            DATETIME(6),
  KEY recovery_code_person (person),
  CONSTRAINT recovery_code_of FOREIGN KEY (person) REFERENCES person (name)
);

CREATE TABLE invitation (
  token_sha256       CHAR(64)     CHARACTER SET ascii NOT NULL PRIMARY KEY COMMENT 'of a random token',
  person             VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  expires_at         DATETIME(6)  NOT NULL,
  used_at            DATETIME(6),
  KEY invitation_person (person),
  CONSTRAINT invitation_of FOREIGN KEY (person) REFERENCES person (name)
);
