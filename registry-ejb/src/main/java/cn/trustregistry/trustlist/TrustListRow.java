package cn.trustregistry.trustlist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "trust_list")
class TrustListRow {
  @Id
  @Column(name = "list_number")
  long sequence;

  @Column(name = "issued_at")
  Instant issuedAt;

  @Column(name = "next_update")
  Instant nextUpdate;

  @Column(name = "content_sha256")
  String contentSha256;

  @Column byte[] xml;

  TrustListRow() {}

  TrustList toList() {
    return new TrustList(sequence, issuedAt, nextUpdate, contentSha256, xml);
  }
}
