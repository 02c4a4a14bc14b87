package cn.trustregistry.centre;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "centre_quota")
class QuotaRow {
  @Id String centre;

  @Column(name = "a_minute")
  long minute;

  @Column(name = "a_day")
  long day;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "changed_by")
  String changedBy;

  QuotaRow() {}
}
