package cn.trustregistry.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The hash of the newest entry; its row lock puts appends in one order. */
@Entity
@Table(name = "audit_head")
class AuditHead {
  @Id Integer id;

  @Column String hash;

  AuditHead() {}
}
