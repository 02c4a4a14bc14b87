package cn.trustregistry.receipt.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "receipt_key")
class ReceiptKeyRow {
  @Id String kid;

  @Column(name = "public_jwk")
  String publicJwk;

  @Column(name = "sealed_key")
  byte[] sealedKey;

  @Column(name = "created_at")
  Instant createdAt;

  ReceiptKeyRow() {}
}
