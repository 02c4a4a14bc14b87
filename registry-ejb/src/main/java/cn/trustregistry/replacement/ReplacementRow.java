package cn.trustregistry.replacement;

import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.replacement.Replacement.Replaced;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Generated;

@Entity
@Table(name = "replacement")
class ReplacementRow {
  @Id String id;

  /** Given by the database. */
  @Generated
  @Column(insertable = false, updatable = false)
  long seq;

  @Column String tenant;

  @Column(name = "old_tenant")
  String oldTenant;

  @Column String uscc;

  @Column(name = "holder_kind")
  String holderKind;

  @Column String reason;

  @Column(name = "certificate_fen")
  long certificateFen;

  @Column(name = "medium_fen")
  long mediumFen;

  @Column(name = "tariff_version")
  int tariffVersion;

  @Column(name = "tariff_item")
  String tariffItem;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @Column(name = "recorded_by")
  String recordedBy;

  ReplacementRow() {}

  Replacement toReplacement(List<Replaced> certificates) {
    return new Replacement(
        id,
        seq,
        tenant,
        oldTenant,
        uscc,
        HolderKind.valueOf(holderKind),
        ReplacementReason.valueOf(reason),
        certificateFen,
        mediumFen,
        tariffVersion,
        tariffItem,
        certificates,
        recordedAt,
        recordedBy);
  }
}
