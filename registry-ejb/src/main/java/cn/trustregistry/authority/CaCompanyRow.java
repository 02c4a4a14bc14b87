package cn.trustregistry.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "ca_company")
class CaCompanyRow {
  @Id String code;

  @Column(name = "name_zh")
  String nameZh;

  @Column(name = "name_en")
  String nameEn;

  @Column String hotline;

  @Column String state;

  @Column(name = "subject_ids")
  String subjectIds;

  @Column(name = "created_at")
  Instant createdAt;

  CaCompanyRow() {}

  CaCompany toCompany() {
    return new CaCompany(code, nameZh, nameEn, hotline, SubjectIdPlaces.read(subjectIds));
  }
}
