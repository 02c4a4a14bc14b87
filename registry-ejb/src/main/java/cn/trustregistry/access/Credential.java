package cn.trustregistry.access;

import cn.trustregistry.access.Caller.Administrator;
import cn.trustregistry.access.Caller.CaClient;
import cn.trustregistry.access.Caller.CentreClient;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client: whose it is and what it may do; what it proves itself with are {@link ProofRow}s. */
@Entity
@Table(name = "credential")
class Credential {
  static final String CA_COMPANY = "CA_COMPANY";
  static final String CENTRE = "CENTRE";
  static final String ADMINISTRATOR = "ADMIN";

  @Id
  @Column(name = "client_id")
  String clientId;

  @Column(name = "owner_kind")
  String ownerKind;

  @Column String owner;

  @Column String scopes;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  Credential() {}

  boolean usableAt(Instant at) {
    return revokedAt == null || at.isBefore(revokedAt);
  }

  Caller caller() {
    return switch (ownerKind) {
      case CA_COMPANY -> new CaClient(owner, clientId, scopeSet());
      case CENTRE -> new CentreClient(owner, clientId);
      case ADMINISTRATOR -> new Administrator(owner, clientId);
      default -> throw new IllegalStateException("credential " + clientId + " is of " + ownerKind);
    };
  }

  private Set<Scope> scopeSet() {
    return Arrays.stream(scopes.split(","))
        .filter(name -> !name.isEmpty())
        .map(Scope::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
