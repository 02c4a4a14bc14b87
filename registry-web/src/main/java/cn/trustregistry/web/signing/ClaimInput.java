package cn.trustregistry.web.signing;

import org.jspecify.annotations.Nullable;

/** What was scanned. */
public class ClaimInput {
  /** What the QR code says, or the token alone. */
  public @Nullable String payload;
}
