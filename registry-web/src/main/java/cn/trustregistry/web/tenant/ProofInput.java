package cn.trustregistry.web.tenant;

import jakarta.json.JsonObject;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client wants to prove itself with from now on. */
public class ProofInput {
  @Schema(description = "SECRET, DIGEST_SECRET, PUBLIC_KEY or CERTIFICATE")
  public @Nullable String kind;

  @Schema(
      description = "for PUBLIC_KEY: the key as JWK (RFC 7517)",
      type = SchemaType.OBJECT,
      implementation = Object.class)
  public @Nullable JsonObject jwk;

  @Schema(description = "for CERTIFICATE: the SHA-256 of its DER encoding, hexadecimal")
  public @Nullable String sha256;

  @Schema(description = "RFC 3339 time from when it no longer counts; absent: until it is ended")
  public @Nullable String expiresAt;
}
