package cn.trustregistry.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "crl")
class CrlRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long seq;

  @Column String sha256;

  @Column String tenant;

  @Column(name = "issuer_name")
  String issuerName;

  @Column(name = "signer_key")
  String signerKey;

  @Column(name = "crl_number")
  @Nullable BigInteger crlNumber;

  @Column(name = "base_number")
  @Nullable BigInteger baseNumber;

  @Column(name = "this_update")
  Instant thisUpdate;

  @Column(name = "next_update")
  @Nullable Instant nextUpdate;

  @Column int entries;

  @Column byte[] der;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "received_from")
  String receivedFrom;

  CrlRow() {}
}
