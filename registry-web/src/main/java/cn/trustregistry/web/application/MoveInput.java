package cn.trustregistry.web.application;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step that a company takes. */
public class MoveInput {
  @Schema(
      description =
          "ACCEPTED, NEEDS_CORRECTION, APPROVED, ISSUED (naming the certificates) or REFUSED")
  public @Nullable String to;

  @Schema(description = "for the applicant to read; needed for NEEDS_CORRECTION and REFUSED")
  public @Nullable String reason;

  /** For ISSUED: SHA-256 of the published certificates, one for each holder kind. */
  public @Nullable List<String> certificates;
}
