package cn.trustregistry.events;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "event")
class EventRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long seq;

  @Column String id;

  @Column String tenant;

  @Column String type;

  @Column String subject;

  @Column String details;

  @Column(name = "at_time")
  Instant at;

  EventRow() {}

  TenantEvent toEvent() {
    return new TenantEvent(seq, id, tenant, type, subject, details, at);
  }
}
