-- Each index costs every publication. What these three find, certificate_uscc_seq and certificate_serial find as well.
ALTER TABLE certificate
  DROP KEY certificate_tenant_serial,
  DROP KEY certificate_tenant_uscc,
  DROP KEY certificate_uscc;
