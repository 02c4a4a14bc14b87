package cn.trustregistry.web.events;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as a client registers it. */
public class WebhookInput {
  @Schema(description = "http or https; an admin of the registry must have allowed the host")
  public @Nullable String url;
}
