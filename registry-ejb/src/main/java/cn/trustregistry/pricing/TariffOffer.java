package cn.trustregistry.pricing;

import cn.trustregistry.pricing.TariffRefused.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Prices that a company is about to publish. */
public record TariffOffer(Instant validFrom, List<TariffItem> items) {
  private static final Duration SKEW = Duration.ofMinutes(5);

  public TariffOffer {
    items = List.copyOf(items);
  }

  /**
   * @throws TariffRefused if it may not be published at {@code at}
   */
  void judge(Instant at) {
    if (items.isEmpty()) {
      throw new TariffRefused(Kind.TARIFF_EMPTY, "A tariff has at least one item.");
    }
    if (validFrom.isBefore(at.minus(SKEW))) {
      throw new TariffRefused(
          Kind.TARIFF_IN_THE_PAST, "Prices are published before they are in force.");
    }
    Set<String> ids = new HashSet<>();
    for (TariffItem item : items) {
      if (!ids.add(item.id())) {
        throw new TariffRefused(Kind.TARIFF_ITEM_TWICE, "Item " + item.id() + " is there twice.");
      }
    }
  }
}
