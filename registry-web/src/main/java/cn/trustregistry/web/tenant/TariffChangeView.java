package cn.trustregistry.web.tenant;

import cn.trustregistry.pricing.TariffChange;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one item, in JSON.
 *
 * @param change ADDED, CHANGED or ENDED
 */
public record TariffChangeView(
    String item, String change, @Nullable TariffItemJson before, @Nullable TariffItemJson after) {
  static TariffChangeView of(TariffChange change) {
    String kind = change.before() == null ? "ADDED" : "CHANGED";
    return new TariffChangeView(
        change.item(),
        change.after() == null ? "ENDED" : kind,
        change.before() == null ? null : TariffItemJson.of(change.before()),
        change.after() == null ? null : TariffItemJson.of(change.after()));
  }
}
