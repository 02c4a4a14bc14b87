package cn.trustregistry.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "follow_code")
class CodeRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column @Nullable Long application;

  @Column(name = "sealed_code")
  byte[] sealedCode;

  @Column(name = "made_at")
  Instant madeAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column int failures;

  @Column(name = "used_at")
  @Nullable Instant usedAt;

  CodeRow() {}
}
