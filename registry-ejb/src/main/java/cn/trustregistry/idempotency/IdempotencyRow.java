package cn.trustregistry.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "idempotency")
class IdempotencyRow {
  @Embeddable
  record Key(@Column(name = "tenant") String tenant, @Column(name = "idempotency_key") String value)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column String fingerprint;

  @Column String owner;

  @Column(name = "begun_at")
  Instant begunAt;

  @Column @Nullable Integer status;

  @Column(name = "sealed_answer")
  byte @Nullable [] sealedAnswer;

  IdempotencyRow() {}
}
