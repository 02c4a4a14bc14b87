package cn.trustregistry.token;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

@Entity
@Table(name = "used_assertion")
class UsedAssertionRow {
  @Embeddable
  record Key(
      @Column(name = "client_id") String clientId, @Column(name = "jti_sha256") String jtiSha256)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(name = "expires_at")
  Instant expiresAt;

  UsedAssertionRow() {}
}
