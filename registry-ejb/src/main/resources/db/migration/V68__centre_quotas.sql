-- How much a centre may ask of the SOAP services, where it is not the usual; each change is in the audit trail.
CREATE TABLE centre_quota (
  centre          VARCHAR(12)  CHARACTER SET ascii NOT NULL PRIMARY KEY,
  a_minute        BIGINT       NOT NULL,
  a_day           BIGINT       NOT NULL,
  changed_at      DATETIME(6)  NOT NULL,
  changed_by      VARCHAR(100) NOT NULL,
  CONSTRAINT centre_quota_of FOREIGN KEY (centre) REFERENCES trading_centre (code)
);
