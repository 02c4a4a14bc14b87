ALTER TABLE tariff
  ADD COLUMN monthly_fen BIGINT COMMENT 'for each month, where the line can be paid by the month',
  ADD COLUMN free_months INT NOT NULL DEFAULT 0 COMMENT 'months at the beginning that cost nothing',
  ADD COLUMN published_by VARCHAR(100) NOT NULL DEFAULT 'registry';
