-- Notices on the portal, of the platform (owner null) or of a company. Published ones are never deleted.
CREATE TABLE notice (
  id              BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  owner           VARCHAR(32)   CHARACTER SET ascii COMMENT 'company; null: the platform',
  title_zh        VARCHAR(100)  NOT NULL,
  title_en        VARCHAR(100)  NOT NULL COMMENT 'empty: as in Chinese',
  text_zh         VARCHAR(2000) NOT NULL,
  text_en         VARCHAR(2000) NOT NULL COMMENT 'empty: as in Chinese',
  state           VARCHAR(10)   CHARACTER SET ascii NOT NULL,
  show_from       DATETIME(6)   NOT NULL,
  show_to         DATETIME(6),
  changed_at      DATETIME(6)   NOT NULL,
  changed_by      VARCHAR(100)  NOT NULL,
  KEY notice_shown (state, show_from),
  KEY notice_owner (owner, changed_at),
  CONSTRAINT notice_of FOREIGN KEY (owner) REFERENCES ca_company (code)
);
