package cn.trustregistry.pricing;

import java.time.Instant;
import java.util.List;

/** A published version of a CA company's prices (收费标准), in force from {@code validFrom}. */
public record Tariff(
    String tenant, int version, Instant validFrom, Instant publishedAt, List<TariffItem> items) {
  public Tariff {
    items = List.copyOf(items);
  }
}
