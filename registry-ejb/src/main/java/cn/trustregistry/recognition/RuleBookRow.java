package cn.trustregistry.recognition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "rule_book")
class RuleBookRow {
  @Id Long version;

  @Column(name = "published_at")
  Instant publishedAt;

  @Column(name = "first_approver")
  String firstApprover;

  @Column(name = "second_approver")
  String secondApprover;

  @Column String note;

  @Column(name = "legacy_issued_until")
  @Nullable LocalDate legacyIssuedUntil;

  RuleBookRow() {}
}
