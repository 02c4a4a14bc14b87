package cn.trustregistry.authority;

import cn.trustregistry.pki.Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A CA certificate of a tenant.
 *
 * @param usableFrom the certificate may be relied on from this moment up to {@code usableTo}
 * @param admittedAt when the second admin approved it, or null while it is only proposed
 */
public record Issuer(
    String tenant,
    Kind kind,
    Certificate certificate,
    Instant usableFrom,
    Instant usableTo,
    @Nullable Instant admittedAt) {

  /** A trust anchor (根证书) or a CA below one (签发CA). */
  public enum Kind {
    ANCHOR,
    ISSUER
  }

  public String sha256() {
    return certificate.sha256();
  }
}
