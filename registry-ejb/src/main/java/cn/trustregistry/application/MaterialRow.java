package cn.trustregistry.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

@Entity
@Table(name = "application_material")
class MaterialRow {
  @Embeddable
  record Key(@Column(name = "application") long application, @Column(name = "number") int number)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column(name = "sealed_name")
  byte[] sealedName;

  @Column String type;

  @Column int octets;

  @Column String sha256;

  @Column byte[] sealed;

  @Column(name = "added_at")
  Instant addedAt;

  MaterialRow() {}
}
