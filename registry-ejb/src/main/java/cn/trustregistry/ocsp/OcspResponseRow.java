package cn.trustregistry.ocsp;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import cn.trustregistry.pki.crl.RevocationReason;
import cn.trustregistry.pki.revocation.OcspAnswer;
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
@Table(name = "ocsp_response")
class OcspResponseRow {
  static final String PUSHED = "PUSHED";
  static final String FETCHED = "FETCHED";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long seq;

  @Column String sha256;

  @Column String tenant;

  @Column String source;

  @Column String certificate;

  @Column(name = "issuer_key")
  String issuerKey;

  @Column String serial;

  @Column String said;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  @Column @Nullable String reason;

  @Column(name = "produced_at")
  Instant producedAt;

  @Column(name = "this_update")
  Instant thisUpdate;

  @Column(name = "next_update")
  @Nullable Instant nextUpdate;

  @Column(name = "archive_cutoff")
  @Nullable Instant archiveCutoff;

  @Column byte @Nullable [] responder;

  @Column byte[] der;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "received_from")
  String receivedFrom;

  OcspResponseRow() {}

  OcspResponseRow(
      OcspAnswer answer,
      Certificate about,
      byte[] der,
      String tenant,
      String source,
      String receivedFrom) {
    this.sha256 = answer.sha256();
    this.tenant = tenant;
    this.source = source;
    this.certificate = about.sha256();
    this.issuerKey = answer.issuerKeySha256();
    this.serial = answer.serial().toString(16);
    this.said = answer.said().name();
    this.revokedAt = answer.revokedAt();
    this.reason = answer.reason() == null ? null : answer.reason().name();
    this.producedAt = answer.producedAt();
    this.thisUpdate = answer.thisUpdate();
    this.nextUpdate = answer.nextUpdate();
    this.archiveCutoff = answer.archiveCutoff();
    this.responder = answer.responder() == null ? null : answer.responder().der();
    this.der = der;
    this.receivedAt = answer.receivedAt();
    this.receivedFrom = receivedFrom;
  }

  StoredOcspResponse toStored() {
    return new StoredOcspResponse(certificate, source, toKnowledge(), der);
  }

  /** The answer again, without verifying again what was verified when it was taken. */
  OcspAnswer toKnowledge() {
    return new OcspAnswer(
        issuerKey,
        new BigInteger(serial, 16),
        OcspAnswer.Said.valueOf(said),
        revokedAt,
        reason == null ? null : RevocationReason.valueOf(reason),
        producedAt,
        thisUpdate,
        nextUpdate,
        archiveCutoff,
        responder == null ? null : parsed(responder),
        sha256,
        receivedAt);
  }

  private Certificate parsed(byte[] certificateDer) {
    try {
      return Certificate.parse(certificateDer);
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("stored OCSP response " + sha256 + " no longer parses", e);
    }
  }
}
