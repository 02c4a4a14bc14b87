package cn.trustregistry.scan;

import cn.trustregistry.recognition.CategoryRef;
import cn.trustregistry.recognition.Stage;
import cn.trustregistry.scan.SigningSession.Claim;
import cn.trustregistry.scan.SigningSession.Signed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "signing_session")
class SessionRow {
  @Id String id;

  @Column String centre;

  @Column(name = "opened_by")
  String openedBy;

  @Column(name = "token_sha256")
  String tokenSha256;

  @Column(name = "hash_algorithm")
  String hashAlgorithm;

  @Column byte[] hash;

  @Column String purpose;

  @Column String stage;

  @Column String category;

  @Column(name = "listed_on")
  @Nullable LocalDate listedOn;

  @Column @Nullable String project;

  @Column(name = "expected_uscc")
  @Nullable String expectedUscc;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column String state;

  @Column(name = "claimed_by")
  @Nullable String claimedBy;

  @Column(name = "claimed_client")
  @Nullable String claimedClient;

  @Column(name = "claimed_at")
  @Nullable Instant claimedAt;

  @Column int attempts;

  @Column(name = "last_reason")
  @Nullable String lastReason;

  @Column(name = "last_detail")
  @Nullable String lastDetail;

  @Column(name = "record_id")
  @Nullable String recordId;

  @Column byte @Nullable [] certificate;

  @Column byte @Nullable [] signature;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  @Column(name = "callback_url")
  @Nullable String callbackUrl;

  @Column(name = "sealed_secret")
  byte @Nullable [] sealedSecret;

  @Column(name = "callback_due_at")
  @Nullable Instant callbackDueAt;

  @Column(name = "callback_failures")
  int callbackFailures;

  @Column(name = "callback_result")
  String callbackResult;

  SessionRow() {}

  SigningState state() {
    return SigningState.valueOf(state);
  }

  /** Ends it; the centre is told from then on. */
  void end(SigningState how, Instant at) {
    state = how.name();
    endedAt = at;
    callbackDueAt = callbackUrl == null ? null : at;
  }

  boolean isOverAt(Instant at) {
    return !state().isEnded() && !at.isBefore(expiresAt);
  }

  SigningSession at(Instant at) {
    return new SigningSession(
        id,
        centre,
        request(),
        openedAt,
        expiresAt,
        isOverAt(at) ? SigningState.EXPIRED : state(),
        claim(),
        certificate == null || signature == null ? null : new Signed(certificate, signature),
        attempts,
        lastReason,
        lastDetail,
        recordId,
        isOverAt(at) ? expiresAt : endedAt);
  }

  private SigningRequest request() {
    return new SigningRequest(
        hash,
        HashAlgorithm.valueOf(hashAlgorithm),
        purpose,
        Stage.valueOf(stage),
        CategoryRef.parse(category),
        listedOn,
        project,
        expectedUscc,
        callbackUrl,
        Duration.between(openedAt, expiresAt));
  }

  private @Nullable Claim claim() {
    return claimedBy == null || claimedClient == null || claimedAt == null
        ? null
        : new Claim(claimedBy, claimedClient, claimedAt);
  }
}
