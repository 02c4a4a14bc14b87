package cn.trustregistry.web.rest;

import cn.trustregistry.publication.StoredCrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CRL in JSON; numbers as text, since they may have 20 octets. */
public record CrlView(
    String sha256,
    String issuer,
    @Nullable String number,
    @Nullable String baseNumber,
    String thisUpdate,
    @Nullable String nextUpdate,
    int entries,
    String receivedAt,
    List<String> warnings) {
  static CrlView of(StoredCrl crl) {
    return new CrlView(
        crl.sha256(),
        crl.issuerName(),
        text(crl.number()),
        text(crl.baseNumber()),
        crl.thisUpdate().toString(),
        text(crl.nextUpdate()),
        crl.entries(),
        crl.receivedAt().toString(),
        crl.warnings());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
