package cn.trustregistry.application;

import cn.trustregistry.pricing.Tariff;
import cn.trustregistry.pricing.TariffItem;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a company offers for one kind of application, at its tariff in force.
 *
 * @param items of the tariff
 * @param feeFen in fen; for each month if {@code monthly}
 */
public record Offer(
    String tenant, int tariffVersion, List<TariffItem> items, long feeFen, boolean monthly) {
  public Offer {
    items = List.copyOf(items);
  }

  /** Names it among the offers of its kind: changes when the tariff does. */
  public String key() {
    return tenant + "/" + tariffVersion + "/" + String.join("+", itemIds());
  }

  public List<String> itemIds() {
    return items.stream().map(TariffItem::id).toList();
  }

  public List<HolderKind> holderKinds() {
    return items.stream().map(TariffItem::holderKind).toList();
  }

  public Medium medium() {
    return items.get(0).medium();
  }

  public int termMonths() {
    return items.get(0).termMonths();
  }

  /**
   * @param day whose promotions count (Asia/Shanghai)
   */
  static List<Offer> of(ApplicationKind kind, Tariff tariff, LocalDate day) {
    return switch (kind) {
      case NEW -> singles(tariff, Medium.USB_KEY, day);
      case MOBILE -> singles(tariff, Medium.MOBILE, day);
      case SET -> sets(tariff, day);
      case REPLACEMENT -> replacements(tariff);
    };
  }

  private static List<Offer> singles(Tariff tariff, Medium medium, LocalDate day) {
    return tariff.items().stream()
        .filter(item -> item.medium() == medium)
        .map(item -> offer(tariff, item, day))
        .toList();
  }

  private static Offer offer(Tariff tariff, TariffItem item, LocalDate day) {
    Long monthly = item.monthlyFen();
    return monthly == null
        ? new Offer(tariff.tenant(), tariff.version(), List.of(item), item.totalFen(day), false)
        : new Offer(
            tariff.tenant(),
            tariff.version(),
            List.of(item),
            item.isPromotedOn(day) ? 0 : monthly,
            true);
  }

  private static List<Offer> sets(Tariff tariff, LocalDate day) {
    List<Offer> sets = new ArrayList<>();
    for (TariffItem unit : tariff.items()) {
      if (unit.holderKind() != HolderKind.UNIT || unit.medium() != Medium.USB_KEY) {
        continue;
      }
      tariff.items().stream()
          .filter(item -> item.holderKind() == HolderKind.LEGAL_PERSON)
          .filter(item -> item.medium() == Medium.USB_KEY)
          .filter(item -> item.termMonths() == unit.termMonths())
          .findFirst()
          .ifPresent(
              person ->
                  sets.add(
                      new Offer(
                          tariff.tenant(),
                          tariff.version(),
                          List.of(unit, person),
                          Math.addExact(unit.totalFen(day), person.totalFen(day)),
                          false)));
    }
    return sets;
  }

  /** The remaining validity is kept, so only the medium is paid. */
  private static List<Offer> replacements(Tariff tariff) {
    return tariff.items().stream()
        .filter(item -> item.medium() == Medium.USB_KEY)
        .map(
            item ->
                new Offer(
                    tariff.tenant(), tariff.version(), List.of(item), item.mediumFen(), false))
        .toList();
  }
}
