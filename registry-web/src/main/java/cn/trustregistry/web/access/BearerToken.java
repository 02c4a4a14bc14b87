package cn.trustregistry.web.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token of an HTTP Bearer header (RFC 6750 2.1). */
public final class BearerToken {
  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /** Empty unless the header is of that scheme. */
  public static Optional<String> of(@Nullable String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(authorization.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}
