package cn.trustregistry.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "audit_entry")
class AuditEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long seq;

  @Column(name = "at_time")
  Instant at;

  @Column String actor;

  @Column @Nullable String tenant;

  @Column String action;

  @Column String subject;

  @Column String details;

  @Column(name = "previous_hash")
  String previousHash;

  @Column String hash;

  AuditEntry() {}
}
