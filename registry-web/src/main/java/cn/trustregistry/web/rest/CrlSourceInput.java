package cn.trustregistry.web.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A distribution point as a client registers it. */
public class CrlSourceInput {
  @Schema(description = "http or https; an admin of the registry must have allowed the host")
  public @Nullable String url;

  @Schema(description = "minutes between two pulls, 5 to 10080; 60 if absent")
  public @Nullable Integer minutes;
}
