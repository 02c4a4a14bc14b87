package cn.trustregistry.web.replacement;

import cn.trustregistry.replacement.Replacement;
import cn.trustregistry.replacement.Replacement.Replaced;
import java.util.List;

/**
 * An entry of the ledger in JSON, the same for both sides; amounts are CNY fen.
 *
 * @param company the new certificates' and {@code oldCompany} the old ones'
 */
public record ReplacementView(
    String id,
    String company,
    String oldCompany,
    String uscc,
    String holderKind,
    String reason,
    long certificateFen,
    long mediumFen,
    long totalFen,
    int tariffVersion,
    String tariffItem,
    List<ReplacedView> certificates,
    String recordedAt) {
  /** One certificate for another. */
  public record ReplacedView(
      String role,
      String oldCertificate,
      String newCertificate,
      String key,
      String oldNotAfter,
      String newNotAfter) {
    static ReplacedView of(Replaced replaced) {
      return new ReplacedView(
          replaced.role().name(),
          replaced.oldCertificate(),
          replaced.newCertificate(),
          replaced.key().name(),
          replaced.oldNotAfter().toString(),
          replaced.newNotAfter().toString());
    }
  }

  /** Some entries, and where the listing goes on. */
  public record ReplacementPage(List<ReplacementView> items, String nextCursor) {}

  static ReplacementView of(Replacement replacement) {
    return new ReplacementView(
        replacement.id(),
        replacement.tenant(),
        replacement.oldTenant(),
        replacement.uscc(),
        replacement.holderKind().name(),
        replacement.reason().name(),
        replacement.certificateFen(),
        replacement.mediumFen(),
        Math.addExact(replacement.certificateFen(), replacement.mediumFen()),
        replacement.tariffVersion(),
        replacement.tariffItem(),
        replacement.certificates().stream().map(ReplacedView::of).toList(),
        replacement.recordedAt().toString());
  }
}
