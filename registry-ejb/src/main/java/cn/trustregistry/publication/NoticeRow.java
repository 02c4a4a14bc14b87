package cn.trustregistry.publication;

import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.revocation.RevocationNotice.Action;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "revocation_notice")
class NoticeRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long seq;

  @Column String id;

  @Column String tenant;

  @Column(name = "issuer_sha256")
  String issuerSha256;

  @Column String serial;

  @Column String kind;

  @Column String reason;

  @Column(name = "effective_at")
  Instant effectiveAt;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "received_from")
  String receivedFrom;

  NoticeRow() {}

  StoredNotice toNotice() {
    return new StoredNotice(
        seq,
        id,
        tenant,
        issuerSha256,
        serial,
        Action.valueOf(kind),
        RevocationReason.valueOf(reason),
        effectiveAt,
        receivedAt);
  }
}
