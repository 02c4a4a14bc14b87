-- When a company's recognition was suspended and resumed; only added to, so that what was so at an earlier time stays known.
CREATE TABLE company_suspension (
  id                 BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  tenant             VARCHAR(32)  CHARACTER SET ascii NOT NULL,
  since              DATETIME(6)  NOT NULL,
  suspended_by       VARCHAR(100) NOT NULL,
  reason             VARCHAR(500) NOT NULL,
  ended_at           DATETIME(6),
  ended_by           VARCHAR(100),
  KEY company_suspension_tenant (tenant, since),
  CONSTRAINT company_suspension_of FOREIGN KEY (tenant) REFERENCES ca_company (code)
);
