package cn.trustregistry.publication;

import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.crl.CrlSigners;
import cn.trustregistry.pki.crl.RevocationList;
import cn.trustregistry.pki.revocation.ReceivedCrl;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
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

  @Column @Nullable String warnings;

  CrlRow() {}

  CrlRow(
      RevocationList list, String signerKey, byte[] der, String tenant, String client, Instant at) {
    this.sha256 = list.sha256();
    this.tenant = tenant;
    this.issuerName = list.issuer().toString();
    this.signerKey = signerKey;
    this.crlNumber = list.number();
    this.baseNumber = list.baseNumber();
    this.thisUpdate = list.thisUpdate();
    this.nextUpdate = list.nextUpdate();
    this.entries = list.size();
    this.der = der;
    this.receivedAt = at;
    this.receivedFrom = client;
  }

  StoredCrl toStored() {
    return new StoredCrl(
        seq,
        sha256,
        tenant,
        issuerName,
        crlNumber,
        baseNumber,
        thisUpdate,
        nextUpdate,
        entries,
        receivedAt,
        warnings == null || warnings.isEmpty() ? List.of() : List.of(warnings.split("\n")),
        der);
  }

  /** Reads the list again, without verifying again what was verified when it was taken. */
  ReceivedCrl toKnowledge() {
    try {
      return new ReceivedCrl(RevocationList.read(der, CrlSigners.NONE), signerKey, receivedAt);
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("stored CRL " + sha256 + " no longer parses", e);
    }
  }
}
