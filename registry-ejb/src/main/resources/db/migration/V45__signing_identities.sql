-- Keys with a certificate of their own: the registry's, and those of OCSP responders that a company delegates to.
CREATE TABLE signing_identity (
  id              CHAR(36)     CHARACTER SET ascii NOT NULL PRIMARY KEY,
  signs           VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'OCSP or TRUST_LIST',
  algorithm       VARCHAR(8)   CHARACTER SET ascii NOT NULL COMMENT 'P256 or SM2',
  tenant          VARCHAR(32)  CHARACTER SET ascii COMMENT 'null for the registry itself',
  issuer_sha256   CHAR(64)     CHARACTER SET ascii COMMENT 'the issuer that delegates',
  sealed_key      BLOB         NOT NULL COMMENT 'the private key, PKCS#8, sealed',
  request         BLOB         COMMENT 'PKCS#10, for the issuer that delegates',
  certificate     MEDIUMBLOB   COMMENT 'null until the issuer has issued it',
  created_at      DATETIME(6)  NOT NULL,
  created_by      VARCHAR(64)  CHARACTER SET ascii NOT NULL,
  retired_at      DATETIME(6)  COMMENT 'signs no more from then on',
  KEY signing_identity_tenant (tenant, created_at),
  CONSTRAINT signing_identity_issuer FOREIGN KEY (issuer_sha256) REFERENCES issuer (sha256)
);

-- Certificates are located by the name of their holder as well.
ALTER TABLE certificate ADD KEY certificate_subject (subject(120));
