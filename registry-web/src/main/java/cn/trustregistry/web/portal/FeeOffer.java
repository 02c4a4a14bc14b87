package cn.trustregistry.web.portal;

import cn.trustregistry.authority.CaCompany;
import cn.trustregistry.pricing.FeeComparison.Offer;
import cn.trustregistry.pricing.TariffItem;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * What one company asks for what was chosen, in words; a set has two items.
 *
 * @param totalFen in fen
 * @param percent the total in percent of the dearest offer, for a bar
 * @param monthly what a month costs where it can be paid by the month, or empty
 * @param freeUntil last day of a promotion that counts today, or empty
 */
public record FeeOffer(
    CaCompany company,
    long totalFen,
    String total,
    String certificate,
    String medium,
    String seal,
    String service,
    String monthly,
    int freeMonths,
    String freeUntil,
    boolean cheapest,
    long percent) {

  static FeeOffer of(CaCompany company, List<Offer> parts, Texts texts) {
    long total = parts.stream().mapToLong(Offer::totalFen).sum();
    return new FeeOffer(
        company,
        total,
        texts.amount(total),
        texts.amount(sum(parts, TariffItem::certificateFen)),
        texts.amount(sum(parts, TariffItem::mediumFen)),
        texts.amount(sum(parts, TariffItem::sealFen)),
        texts.amount(sum(parts, item -> item.serviceFen() * ((item.termMonths() + 11) / 12))),
        monthly(parts).stream().mapToObj(texts::amount).findFirst().orElse(""),
        parts.stream().mapToInt(part -> part.item().freeMonths()).min().orElse(0),
        parts.stream()
            .filter(Offer::promotion)
            .map(part -> Objects.toString(part.item().freeUntil()))
            .findFirst()
            .orElse(""),
        false,
        0);
  }

  private static long sum(List<Offer> parts, ToLongFunction<TariffItem> amount) {
    return parts.stream().map(Offer::item).mapToLong(amount).sum();
  }

  private static OptionalLong monthly(List<Offer> parts) {
    if (parts.stream().anyMatch(part -> part.item().monthlyFen() == null)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        parts.stream().mapToLong(part -> Objects.requireNonNull(part.item().monthlyFen())).sum());
  }

  /** With bars that can be compared and the cheapest marked. */
  static List<FeeOffer> scaled(List<FeeOffer> offers) {
    long most = Math.max(1, offers.stream().mapToLong(FeeOffer::totalFen).max().orElse(1));
    long least = offers.stream().mapToLong(FeeOffer::totalFen).min().orElse(0);
    return offers.stream()
        .map(offer -> offer.with(offers.size() > 1 && offer.totalFen == least, most))
        .toList();
  }

  private FeeOffer with(boolean marked, long most) {
    return new FeeOffer(
        company,
        totalFen,
        total,
        certificate,
        medium,
        seal,
        service,
        monthly,
        freeMonths,
        freeUntil,
        marked,
        totalFen * 100 / most);
  }
}
