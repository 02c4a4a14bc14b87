package cn.trustregistry.web.portal;

import cn.trustregistry.pricing.Tariff;
import cn.trustregistry.pricing.TariffItem;
import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What one kind of certificate costs at each company.
 *
 * @param amounts totals in yuan, in the order of the companies
 */
public record FeeRow(String holderKind, String medium, String term, List<String> amounts) {
  private record Kind(HolderKind holder, Medium medium, int months) {
    static final Comparator<Kind> ORDER =
        Comparator.comparing(Kind::holder)
            .thenComparing(Kind::medium)
            .thenComparing(Kind::months, Comparator.reverseOrder());

    static Kind of(TariffItem item) {
      return new Kind(item.holderKind(), item.medium(), item.termMonths());
    }
  }

  /**
   * @param tariffs one for each company, empty where it has none in force
   * @param day the day whose promotions count
   */
  static List<FeeRow> compare(List<Optional<Tariff>> tariffs, LocalDate day, Texts texts) {
    TreeSet<Kind> kinds = new TreeSet<>(Kind.ORDER);
    tariffs.forEach(t -> t.ifPresent(tariff -> tariff.items().forEach(i -> kinds.add(Kind.of(i)))));
    return kinds.stream().map(kind -> row(kind, tariffs, day, texts)).toList();
  }

  private static FeeRow row(Kind kind, List<Optional<Tariff>> tariffs, LocalDate day, Texts texts) {
    return new FeeRow(
        kind.holder().name(),
        kind.medium().name(),
        kind.months() == 1 ? texts.text("month") : texts.text("months", kind.months()),
        tariffs.stream().map(tariff -> amount(kind, tariff, day, texts)).toList());
  }

  private static String amount(Kind kind, Optional<Tariff> tariff, LocalDate day, Texts texts) {
    return tariff.stream()
        .flatMap(t -> t.items().stream())
        .filter(item -> Kind.of(item).equals(kind))
        .findFirst()
        .map(item -> item.totalFen(day))
        .map(fen -> fen == 0 ? texts.text("free") : Texts.yuan(fen))
        .orElseGet(() -> texts.text("notOffered"));
  }
}
