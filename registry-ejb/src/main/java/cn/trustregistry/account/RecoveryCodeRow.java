package cn.trustregistry.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "recovery_code")
class RecoveryCodeRow {
  @Id
  @Column(name = "code_sha256")
  String codeSha256;

  @Column String person;

  @Column(name = "used_at")
  @Nullable Instant usedAt;

  RecoveryCodeRow() {}

  RecoveryCodeRow(String codeSha256, String person) {
    this.codeSha256 = codeSha256;
    this.person = person;
  }
}
