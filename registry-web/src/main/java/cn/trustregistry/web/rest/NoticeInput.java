package cn.trustregistry.web.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A revocation notice as a client sends it. */
public class NoticeInput {
  @Schema(description = "SHA-256 of a published certificate; or give issuer and serial")
  public @Nullable String certificate;

  @Schema(description = "SHA-256 of the issuer's certificate")
  public @Nullable String issuer;

  @Schema(description = "serial number, hexadecimal")
  public @Nullable String serial;

  @Schema(description = "REVOKE (if absent), HOLD or RELEASE")
  public @Nullable String action;

  @Schema(description = "reason of RFC 5280 5.3.1, for example KEY_COMPROMISE")
  public @Nullable String reason;

  @Schema(description = "RFC 3339 time from when it counts; now if absent, never in the future")
  public @Nullable String effectiveAt;
}
