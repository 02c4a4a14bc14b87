package cn.trustregistry.authority;

import cn.trustregistry.approval.TwoApprovals;
import cn.trustregistry.pki.revocation.RevocationPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "evidence_policy")
class EvidencePolicyRow {
  static final String PROPOSED = "PROPOSED";
  static final String IN_FORCE = "IN_FORCE";
  static final String REFUSED = "REFUSED";

  @Id String id;

  @Column String tenant;

  @Column(name = "evidence_order")
  String evidenceOrder;

  @Column(name = "grace_seconds")
  long graceSeconds;

  @Column(name = "max_crl_age_seconds")
  @Nullable Long maxCrlAgeSeconds;

  @Column(name = "max_ocsp_age_seconds")
  @Nullable Long maxOcspAgeSeconds;

  @Column(name = "overlap_seconds")
  @Nullable Long overlapSeconds;

  @Column @Nullable String responder;

  @Column String state;

  @Embedded TwoApprovals approvals;

  @Column(name = "in_force_from")
  @Nullable Instant inForceFrom;

  EvidencePolicyRow() {}

  void write(EvidencePolicy policy) {
    RevocationPolicy revocation = policy.revocation();
    evidenceOrder = revocation.order().name();
    graceSeconds = revocation.grace().toSeconds();
    maxCrlAgeSeconds = seconds(revocation.maxCrlAge());
    maxOcspAgeSeconds = seconds(revocation.maxOcspAge());
    overlapSeconds = seconds(policy.overlap());
    responder = policy.responder() == null ? null : policy.responder().toString();
  }

  EvidencePolicy toPolicy() {
    return new EvidencePolicy(
        new RevocationPolicy(
            RevocationPolicy.Order.valueOf(evidenceOrder),
            Duration.ofSeconds(graceSeconds),
            duration(maxCrlAgeSeconds),
            duration(maxOcspAgeSeconds)),
        duration(overlapSeconds),
        responder == null ? null : URI.create(responder));
  }

  EvidencePolicyHistory.Version toVersion() {
    if (inForceFrom == null) {
      throw new IllegalStateException("evidence policy " + id + " is not in force");
    }
    return new EvidencePolicyHistory.Version(tenant, inForceFrom, toPolicy());
  }

  String text() {
    return evidenceOrder
        + ", grace "
        + graceSeconds
        + " s, CRL age "
        + maxCrlAgeSeconds
        + " s, OCSP age "
        + maxOcspAgeSeconds
        + " s, overlap "
        + overlapSeconds
        + " s, responder "
        + responder;
  }

  private static @Nullable Long seconds(@Nullable Duration duration) {
    return duration == null ? null : Long.valueOf(duration.toSeconds());
  }

  private static @Nullable Duration duration(@Nullable Long seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }
}
