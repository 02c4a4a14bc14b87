package cn.trustregistry.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "client_proof")
class ProofRow {
  @Id String id;

  @Column(name = "client_id")
  String clientId;

  @Column String kind;

  @Column String value;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  @Nullable Instant expiresAt;

  ProofRow() {}

  ProofRow(Proof proof, String clientId) {
    this.id = proof.id();
    this.clientId = clientId;
    this.kind = proof.kind().name();
    this.value = proof.value();
    this.createdAt = proof.createdAt();
    this.expiresAt = proof.expiresAt();
  }

  Proof toProof() {
    return new Proof(id, Proof.Kind.valueOf(kind), value, createdAt, expiresAt);
  }
}
