package cn.trustregistry.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "company_suspension")
class SuspensionRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column String tenant;

  @Column Instant since;

  @Column(name = "suspended_by")
  String suspendedBy;

  @Column String reason;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  @Column(name = "ended_by")
  @Nullable String endedBy;

  SuspensionRow() {}

  Suspension toSuspension() {
    return new Suspension(id, tenant, since, suspendedBy, reason, endedAt, endedBy);
  }
}
