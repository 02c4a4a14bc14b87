package cn.trustregistry.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "crl_source")
class CrlSourceRow {
  @Id String id;

  @Column String tenant;

  @Column String url;

  @Column int minutes;

  @Column(name = "registered_by")
  String registeredBy;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "due_at")
  Instant dueAt;

  @Column(name = "pulled_at")
  @Nullable Instant pulledAt;

  @Column(name = "last_result")
  String lastResult;

  CrlSourceRow() {}

  CrlSource toSource() {
    return new CrlSource(
        id, tenant, url, minutes, registeredBy, createdAt, dueAt, pulledAt, lastResult);
  }
}
