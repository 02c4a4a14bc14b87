package cn.trustregistry.outbound;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

@Entity
@Table(name = "allowed_host")
class AllowedHostRow {
  @Embeddable
  record Key(@Column(name = "tenant") String tenant, @Column(name = "host") String host)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(name = "allowed_by")
  String allowedBy;

  @Column(name = "allowed_at")
  Instant allowedAt;

  AllowedHostRow() {}
}
