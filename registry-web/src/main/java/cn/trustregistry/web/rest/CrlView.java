package cn.trustregistry.web.rest;

import cn.trustregistry.publication.CrlSummary;
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
  /** Some of a company's CRLs, and where the listing goes on. */
  public record CrlPage(List<CrlView> items, String nextCursor) {}

  /** How fresh an issuer's newest complete list is. */
  public record FreshnessView(String issuer, String state, @Nullable CrlView crl) {}

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

  static CrlView of(CrlSummary crl) {
    String warnings = crl.warnings();
    return new CrlView(
        crl.sha256(),
        crl.issuerName(),
        text(crl.number()),
        text(crl.baseNumber()),
        crl.thisUpdate().toString(),
        text(crl.nextUpdate()),
        crl.entries(),
        crl.receivedAt().toString(),
        warnings == null || warnings.isEmpty() ? List.of() : warnings.lines().toList());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
