package cn.trustregistry.subject;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "subject_verification")
class SubjectRow {
  @Id String id;

  @Column String centre;

  @Column(name = "client_id")
  String clientId;

  @Column(name = "decided_at")
  Instant decidedAt;

  @Column String uscc;

  @Column String category;

  @Column String verdict;

  @Column String answer;

  SubjectRow() {}
}
