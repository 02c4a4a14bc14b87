package cn.trustregistry.signing;

import cn.trustregistry.pki.Certificate;
import cn.trustregistry.pki.MalformedObjectException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "signing_identity")
class SigningIdentityRow {
  @Id String id;

  @Column String signs;

  @Column String algorithm;

  @Column @Nullable String tenant;

  @Column(name = "issuer_sha256")
  @Nullable String issuerSha256;

  @Column(name = "sealed_key")
  byte[] sealedKey;

  @Column byte @Nullable [] request;

  @Column byte @Nullable [] certificate;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "retired_at")
  @Nullable Instant retiredAt;

  SigningIdentityRow() {}

  String context() {
    return "signing-identity " + id;
  }

  /**
   * @param pkcs8 the private key, opened
   */
  SigningIdentity toIdentity(byte[] pkcs8) {
    SigningAlgorithm kind = SigningAlgorithm.valueOf(algorithm);
    try {
      return new SigningIdentity(
          id,
          SigningUse.valueOf(signs),
          kind,
          tenant,
          issuerSha256,
          SigningKeyPair.parse(kind, pkcs8),
          request,
          certificate == null ? null : Certificate.parse(certificate),
          createdAt,
          retiredAt);
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("stored certificate of " + id + " no longer parses", e);
    }
  }
}
