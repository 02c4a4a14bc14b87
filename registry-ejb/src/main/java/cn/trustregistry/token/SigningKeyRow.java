package cn.trustregistry.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "signing_key")
class SigningKeyRow {
  @Id String kid;

  @Column(name = "public_jwk")
  String publicJwk;

  @Column(name = "sealed_jwk")
  byte[] sealedJwk;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "signs_from")
  Instant signsFrom;

  @Column(name = "verifies_to")
  Instant verifiesTo;

  SigningKeyRow() {}
}
