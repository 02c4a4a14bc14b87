package cn.trustregistry.web.ocsp;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is asked for a new delegated responder. */
public class ResponderInput {
  @Schema(description = "SHA-256 of one of your admitted issuers")
  public @Nullable String issuer;

  @Schema(description = "P256 (if absent) or SM2")
  public @Nullable String algorithm;
}
