package cn.trustregistry.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "invitation")
class InvitationRow {
  @Id
  @Column(name = "token_sha256")
  String tokenSha256;

  @Column String person;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column(name = "used_at")
  @Nullable Instant usedAt;

  InvitationRow() {}

  InvitationRow(String tokenSha256, String person, Instant expiresAt) {
    this.tokenSha256 = tokenSha256;
    this.person = person;
    this.expiresAt = expiresAt;
  }

  boolean isUsableAt(Instant at) {
    return usedAt == null && at.isBefore(expiresAt);
  }
}
