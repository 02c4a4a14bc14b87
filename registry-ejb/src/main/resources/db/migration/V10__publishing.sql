-- What publication lints, search and delta listing need. Rows from before have no key, holder or warnings.
ALTER TABLE certificate
  ADD COLUMN public_key CHAR(64) CHARACTER SET ascii COMMENT 'SHA-256 of the SubjectPublicKeyInfo',
  ADD COLUMN holder VARCHAR(100) CHARACTER SET ascii COMMENT 'kind and credit code, or kind and SHA-256 of the name',
  ADD COLUMN pair_sha256 CHAR(64) CHARACTER SET ascii COMMENT 'the other half of the pair, as its company said',
  ADD COLUMN warnings TEXT NOT NULL DEFAULT '' COMMENT 'findings when it was published, JSON array or empty',
  ADD KEY certificate_public_key (public_key, holder),
  ADD KEY certificate_holder (holder),
  ADD KEY certificate_tenant_seq (tenant, seq),
  ADD KEY certificate_tenant_serial (tenant, serial);
