package cn.trustregistry.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "person")
class PersonRow {
  @Id String name;

  @Column(name = "display_name")
  String displayName;

  @Column String role;

  @Column @Nullable String owner;

  @Column String state;

  @Column(name = "password_hash")
  @Nullable String passwordHash;

  @Column(name = "sealed_totp")
  byte @Nullable [] sealedTotp;

  @Column(name = "totp_step")
  long totpStep;

  @Column int failures;

  @Column(name = "locked_until")
  @Nullable Instant lockedUntil;

  @Column(name = "sessions_from")
  Instant sessionsFrom;

  @Column(name = "certificate_sha256")
  @Nullable String certificateSha256;

  @Column(name = "oidc_subject")
  @Nullable String oidcSubject;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "created_at")
  Instant createdAt;

  PersonRow() {}

  boolean isActive() {
    return state.equals(Person.State.ACTIVE.name());
  }

  boolean isLockedAt(Instant at) {
    return lockedUntil != null && at.isBefore(lockedUntil);
  }

  Person toPerson() {
    return new Person(
        name,
        displayName,
        Role.valueOf(role),
        owner,
        Person.State.valueOf(state),
        sealedTotp != null,
        certificateSha256,
        oidcSubject,
        lockedUntil);
  }
}
