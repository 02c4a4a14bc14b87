package cn.trustregistry.pricing;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.trustregistry.recognition.HolderKind;
import cn.trustregistry.recognition.Medium;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the same certificate costs at each company on one day, medium included; the cheapest is
 * marked.
 */
public record FeeComparison(LocalDate day, List<Line> lines) {
  /** What is compared: like with like. */
  public record Product(HolderKind holderKind, Medium medium, int termMonths) {
    static final Comparator<Product> ORDER =
        Comparator.comparing(Product::holderKind)
            .thenComparing(Product::medium)
            .thenComparing(Product::termMonths, Comparator.reverseOrder());

    static Product of(TariffItem item) {
      return new Product(item.holderKind(), item.medium(), item.termMonths());
    }
  }

  /**
   * One company's offer.
   *
   * @param totalFen for the whole term, in fen
   * @param promotion whether a promotion of that day lowers the total
   * @param cheapest whether no other company asks less for this product
   */
  public record Offer(
      String tenant, TariffItem item, long totalFen, boolean promotion, boolean cheapest) {}

  /** The offers for one product, cheapest first; a company without one is absent. */
  public record Line(Product product, List<Offer> offers) {
    public Line {
      offers = List.copyOf(offers);
    }

    /** The cheapest offer of a company. */
    public Optional<Offer> of(String tenant) {
      return offers.stream().filter(o -> o.tenant().equals(tenant)).findFirst();
    }
  }

  /**
   * What the usual set costs at one company: a unit certificate with its seal and one for the legal
   * person.
   *
   * @param totalFen both together for their whole term, in fen
   */
  public record UsualSet(String tenant, Offer unit, Offer personal, long totalFen) {}

  public FeeComparison {
    lines = List.copyOf(lines);
  }

  /**
   * @param tariffs the tariffs in force, one for each company
   * @param day the day whose promotions count (Asia/Shanghai)
   */
  public static FeeComparison of(Collection<Tariff> tariffs, LocalDate day) {
    Map<Product, List<Priced>> byProduct =
        tariffs.stream()
            .flatMap(tariff -> tariff.items().stream().map(i -> new Priced(tariff.tenant(), i)))
            .collect(
                groupingBy(
                    priced -> Product.of(priced.item()),
                    () -> new TreeMap<>(Product.ORDER),
                    toList()));
    List<Line> lines = new ArrayList<>();
    byProduct.forEach((product, items) -> lines.add(line(product, items, day)));
    return new FeeComparison(day, lines);
  }

  private record Priced(String tenant, TariffItem item) {}

  private static Line line(Product product, List<Priced> items, LocalDate day) {
    long least = items.stream().mapToLong(i -> i.item().totalFen(day)).min().orElse(0);
    return new Line(
        product,
        items.stream()
            .map(i -> offer(i, day, least))
            .sorted(comparingLong(Offer::totalFen).thenComparing(Offer::tenant))
            .toList());
  }

  private static Offer offer(Priced priced, LocalDate day, long least) {
    TariffItem item = priced.item();
    long total = item.totalFen(day);
    return new Offer(priced.tenant(), item, total, item.isPromotedOn(day), total == least);
  }

  /**
   * The usual set on this medium for this term, cheapest first; a company that lacks a half is
   * absent. Where no certificate is offered for legal persons as such, one for a natural person
   * takes its place.
   */
  public List<UsualSet> usualSets(Medium medium, int termMonths) {
    Line units = line(new Product(HolderKind.UNIT, medium, termMonths));
    Line legal = line(new Product(HolderKind.LEGAL_PERSON, medium, termMonths));
    Line natural = line(new Product(HolderKind.PERSON, medium, termMonths));
    List<UsualSet> sets = new ArrayList<>();
    for (Offer unit : units.offers()) {
      legal
          .of(unit.tenant())
          .or(() -> natural.of(unit.tenant()))
          .ifPresent(
              personal ->
                  sets.add(
                      new UsualSet(
                          unit.tenant(),
                          unit,
                          personal,
                          Math.addExact(unit.totalFen(), personal.totalFen()))));
    }
    sets.sort(comparingLong(UsualSet::totalFen).thenComparing(UsualSet::tenant));
    return sets;
  }

  private Line line(Product product) {
    return lines.stream()
        .filter(line -> line.product().equals(product))
        .findFirst()
        .orElse(new Line(product, List.of()));
  }
}
